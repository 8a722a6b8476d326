namespace BotCoach.Benchmarks;

/// <summary>Answers check-ins by a message.</summary>
internal sealed class MessageLoad(Uri bot, TeamsWire wire) : InboundLoad
{
    private readonly Uri _messages = new(bot, "api/messages");

    protected override Task<Answer> AskAsync(int person) => WriteAsync(person, $"try {Practice}");

    protected override Task<Answer> ReplyAsync(int person) => WriteAsync(person, $"{Value}, {Line(person)}");

    /// <summary>The card is changed through the Connector before the response to the message, which then says only that it was taken.</summary>
    private async Task<Answer> WriteAsync(int person, string text)
    {
        using var message = wire.Message(_messages, person, text, Guid.NewGuid().ToString());
        return await SendAsync(message, said => said.Length == 0);
    }
}
