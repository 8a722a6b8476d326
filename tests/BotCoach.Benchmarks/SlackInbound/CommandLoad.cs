namespace BotCoach.Benchmarks;

/// <summary>Answers check-ins by slash command.</summary>
internal sealed class CommandLoad(Uri bot) : InboundLoad
{
    /// <summary>What the coach says, in the body, when a reply was taken; see NudgeCards.TakenAsAnswer.</summary>
    public const string Saved = "Saved as your answer";

    private const string OnItsWay = "It is in our direct messages";

    private readonly Uri _commands = new(bot, "slack/commands");

    protected override Task<Answer> AskAsync(int person) => GiveAsync(person, $"try {Practice}", OnItsWay);

    protected override Task<Answer> ReplyAsync(int person) => GiveAsync(person, $"reply {Value}, {Line(person)}", Saved);

    private async Task<Answer> GiveAsync(int person, string text, string expected)
    {
        using var command = SlackWire.Command(_commands, person, text, Guid.NewGuid().ToString());
        return await SendAsync(command, said => said.Contains(expected, StringComparison.Ordinal));
    }
}
