using System.Text.Json.Nodes;

namespace BotCoach.EndToEnd;

/// <summary>A person in the peer's workspace: what they do and what they see.</summary>
public sealed class SlackMember(LocalSlack slack, SlackPerson person)
{
    /// <summary>Who they are.</summary>
    public SlackPerson Person => person;

    /// <summary>The form on their screen; null when none is open.</summary>
    public SlackForm? Form => slack.Screen.Form;

    /// <summary>What the bot shows on its Home tab; null before it has published one.</summary>
    public SlackHome? Home => slack.Screen.Home(person.Id);

    /// <summary>Writes to the bot in their direct conversation.</summary>
    public Task<SlackDelivery> WriteAsync(string text) => WriteAsync(text, person.Id);

    /// <summary>Writes in a conversation.</summary>
    public Task<SlackDelivery> WriteAsync(string text, string channel) => slack.ActAsync("events_api", "message", new JsonObject
    {
        ["channel"] = channel,
        ["user"] = person.Id,
        ["text"] = text,
    });

    /// <summary>Types a slash command, such as <c>/prep meeting</c>, in a channel.</summary>
    public Task<SlackDelivery> CommandAsync(string command, string channel = LocalWorkspace.General)
    {
        var parts = command.Split(' ', 2);
        return slack.ActAsync("slash_commands", "command", new JsonObject
        {
            ["channel"] = channel,
            ["user"] = person.Id,
            ["command"] = parts[0],
            ["text"] = parts.Length > 1 ? parts[1] : "",
        });
    }

    /// <summary>Presses a button of a message.</summary>
    /// <param name="message">The message as it was read; the press goes out even if it has changed since.</param>
    /// <param name="button">The button's label or action id.</param>
    public Task<SlackDelivery> PressAsync(SlackMessage message, string button) => slack.ActAsync("interactive", "interact", new JsonObject
    {
        ["channel"] = message.Channel,
        ["messageTs"] = message.Ts,
        ["user"] = person.Id,
        ["action"] = Press(message.Buttons, button),
    });

    /// <summary>Presses a button of the Home tab.</summary>
    public Task<SlackDelivery> PressAsync(SlackHome home, string button) => slack.Screen.DeliveryOfAsync("interactive", () =>
        slack.Screen.SendAsync(new JsonObject
        {
            ["t"] = "block_action",
            ["appId"] = LocalWorkspace.AppId,
            ["channel"] = "",
            ["messageTs"] = "",
            ["user"] = person.Id,
            ["action"] = Press(home.Buttons, button),
        }));

    /// <summary>Opens the bot's Home tab.</summary>
    public Task<SlackDelivery> OpenHomeAsync() =>
        slack.ActAsync("events_api", "open-home", new JsonObject { ["user"] = person.Id });

    /// <summary>Waits until a form is on the screen.</summary>
    public Task<SlackForm> WaitForFormAsync() =>
        Poll.ForAsync(() => Task.FromResult(Form), Poll.Patience, $"a form on the screen of {person.Name}");

    /// <summary>Fills in fields of the open form, named by label, block id or action id, and submits it.</summary>
    public Task<SlackDelivery> SubmitFormAsync(params (string Field, string Value)[] values) =>
        slack.Screen.SubmitAsync(person.Id, values.ToDictionary(value => value.Field, value => value.Value));

    /// <summary>The id of the direct conversation with the bot.</summary>
    /// <exception cref="InvalidOperationException">There is none yet.</exception>
    public async Task<string> DirectConversationAsync() =>
        await slack.DirectConversationAsync(person) ?? throw new InvalidOperationException($"{person.Name} has no conversation with the bot.");

    /// <summary>The direct conversation with the bot, oldest message first; empty before there is one.</summary>
    public async Task<IReadOnlyList<SlackMessage>> MessagesAsync() =>
        await slack.DirectConversationAsync(person) is { } channel ? await MessagesAsync(channel) : [];

    /// <summary>What this person sees in a conversation, oldest message first.</summary>
    public async Task<IReadOnlyList<SlackMessage>> MessagesAsync(string channel) =>
        [.. (await slack.MessagesAsync(channel)).Where(message => message.OnlyFor is null || message.OnlyFor == person.Id)];

    /// <summary>Waits for a message of the bot in the direct conversation.</summary>
    /// <param name="wanted">Which one; the newest that fits is given back.</param>
    /// <param name="deadline">How long to wait; <see cref="Poll.Patience"/> unless told.</param>
    public Task<SlackMessage> WaitForMessageAsync(Func<SlackMessage, bool> wanted, TimeSpan? deadline = null) =>
        WaitForMessageAsync(MessagesAsync, wanted, deadline);

    /// <summary>Waits for a message of the bot that this person sees in a channel.</summary>
    public Task<SlackMessage> WaitForMessageInAsync(string channel, Func<SlackMessage, bool> wanted, TimeSpan? deadline = null) =>
        WaitForMessageAsync(() => MessagesAsync(channel), wanted, deadline);

    private async Task<SlackMessage> WaitForMessageAsync(
        Func<Task<IReadOnlyList<SlackMessage>>> read,
        Func<SlackMessage, bool> wanted,
        TimeSpan? deadline)
    {
        IReadOnlyList<SlackMessage> last = [];
        return await Poll.ForAsync(
            async () =>
            {
                last = await read();
                return last.LastOrDefault(message => message.IsFromBot && wanted(message));
            },
            deadline ?? Poll.Patience,
            $"a message of the bot to {person.Name}",
            () => $"There was:{string.Concat(last.Select(message => $"\n— {message.Author}: {message.Shown}"))}");
    }

    private static JsonObject Press(IReadOnlyList<SlackButton> buttons, string name)
    {
        var button = buttons.FirstOrDefault(button => button.Label == name || button.ActionId == name)
            ?? throw new InvalidOperationException($"No button “{name}”. There is {string.Join(", ", buttons.Select(button => $"“{button.Label}”"))}.");
        return new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = button.ActionId,
            ["block_id"] = button.BlockId,
            ["value"] = button.Value,
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = button.Label },
        };
    }
}
