using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotCoach.EndToEnd;

/// <summary>A person in Playground's tenant: what they do and what they see. Each act gives back the bot's answer to it.</summary>
public sealed class TeamsMember(Playground playground, TeamsPerson person)
{
    /// <summary>Who they are.</summary>
    public TeamsPerson Person => person;

    /// <summary>Installs the bot for this person: <c>installationUpdate</c> and <c>conversationUpdate</c> at the same time.</summary>
    public async Task<IReadOnlyList<TeamsTraffic>> InstallAsync()
    {
        TeamsTraffic installed = null!;
        var added = await playground.DeliveryOfAsync("conversationUpdate", entry => entry.Kind == "conversationUpdate", async () =>
            installed = await playground.DeliveryOfAsync("installationUpdate", entry => entry.Kind == "installationUpdate", () =>
                playground.PostAsync($"_debug/conversation/{Uri.EscapeDataString(PlaygroundTenant.PersonalChat)}/installation", [])));
        return [installed, added];
    }

    /// <summary>Removes the bot: <c>installationUpdate</c> and <c>conversationUpdate</c> at the same time.</summary>
    public async Task<IReadOnlyList<TeamsTraffic>> UninstallAsync()
    {
        var activities = await Task.WhenAll(
            playground.TemplateAsync(PlaygroundTenant.PersonalChat, "uninstall"),
            playground.TemplateAsync(PlaygroundTenant.PersonalChat, "botRemoved"));
        return await Task.WhenAll(activities.Select(playground.PostAsync));
    }

    /// <summary>Writes to the bot in their personal chat.</summary>
    public Task<TeamsTraffic> WriteAsync(string text) => WriteAsync(text, PlaygroundTenant.PersonalChat, []);

    /// <summary>Writes in a group chat or a channel and mentions the bot in front, without which it hears nothing.</summary>
    /// <param name="text">The words between the mentions.</param>
    /// <param name="conversation">Where.</param>
    /// <param name="others">Whom they mention behind.</param>
    public Task<TeamsTraffic> MentionAsync(string text, string conversation, params IReadOnlyList<TeamsPerson> others)
    {
        (string Id, string Text)[] mentions = [(PlaygroundTenant.BotId, At(PlaygroundTenant.BotName)), .. others.Select(other => (other.Id, At(other.Name)))];
        return WriteAsync(
            string.Join(' ', [mentions[0].Text, text, .. mentions.Skip(1).Select(mention => mention.Text)]),
            conversation,
            [.. mentions.Select(mention => new JsonObject { ["mentioned"] = new JsonObject { ["id"] = mention.Id }, ["text"] = mention.Text })]);

        static string At(string name) => $"<at>{name}</at>";
    }

    /// <summary>Presses a button of a card that asks for nothing.</summary>
    public Task<TeamsTraffic> PressAsync(TeamsMessage message, string button) => SubmitAsync(message, button);

    /// <summary>
    /// Fills in inputs of a card and presses a button of it. What stands in an input from the start goes along, too.
    /// An Action.Execute that is answered with a card changes the message.
    /// </summary>
    /// <param name="message">The message as it was read; the press goes out even if it has changed since.</param>
    /// <param name="button">The button's title.</param>
    /// <param name="values">Values by id or label of the input.</param>
    /// <exception cref="InvalidOperationException">Teams itself would not let it through.</exception>
    public async Task<TeamsTraffic> SubmitAsync(TeamsMessage message, string button, params (string Input, string Value)[] values)
    {
        var pressed = message.Buttons.FirstOrDefault(candidate => candidate.Title == button)
            ?? throw new InvalidOperationException($"No button “{button}”. There is {string.Join(", ", message.Buttons.Select(candidate => $"“{candidate.Title}”"))}.");
        var act = new JsonObject
        {
            ["from"] = new JsonObject { ["id"] = person.Id },
            ["conversation"] = new JsonObject { ["id"] = message.Conversation },
            ["replyToId"] = message.Id,
        };
        var data = Filled(message, pressed, values);
        switch (pressed.Type)
        {
            case "Action.Submit":
                act["value"] = data;
                return await playground.DeliveryOfAsync("Action.Submit", entry => IsReply(entry, "message", message), () => playground.PostAsync("_conversation/v1/submit", act));
            case "Action.Execute":
                act["name"] = "adaptiveCard/action";
                act["value"] = new JsonObject
                {
                    ["action"] = new JsonObject { ["type"] = pressed.Type, ["title"] = pressed.Title, ["verb"] = pressed.Verb, ["data"] = data },
                };
                var delivery = await playground.DeliveryOfAsync("Action.Execute", entry => IsReply(entry, "invoke", message), () => playground.PostAsync("_conversation/v1/invoke", act));
                if (delivery.Response.ValueKind is JsonValueKind.Object && BlockKit.Text(delivery.Response, "type") == TeamsCard.ContentType)
                    playground.Screen.Show(message with { Card = delivery.Response.GetProperty("value") });
                return delivery;
            default:
                throw new InvalidOperationException($"“{button}” is an {pressed.Type}, which tells the bot nothing.");
        }
    }

    /// <summary>Sends an invoke that no button of Playground sends, such as <c>task/fetch</c>.</summary>
    public async Task<TeamsTraffic> InvokeAsync(string name, JsonObject value)
    {
        var activity = await playground.TemplateAsync(PlaygroundTenant.PersonalChat);
        activity["type"] = "invoke";
        activity["name"] = name;
        activity["value"] = value;
        return await playground.PostAsync(activity);
    }

    /// <summary>The personal chat, oldest message first.</summary>
    public IReadOnlyList<TeamsMessage> Messages() => Messages(PlaygroundTenant.PersonalChat);

    /// <summary>A conversation, oldest message first.</summary>
    public IReadOnlyList<TeamsMessage> Messages(string conversation) =>
        [.. playground.Screen.Messages.Where(message => message.Conversation.Split(';')[0] == conversation)];

    /// <summary>Waits for a message of the bot in the personal chat.</summary>
    /// <param name="wanted">Which one; the newest that fits is given back.</param>
    /// <param name="deadline">How long to wait; <see cref="Poll.Patience"/> unless told.</param>
    public Task<TeamsMessage> WaitForMessageAsync(Func<TeamsMessage, bool> wanted, TimeSpan? deadline = null) =>
        WaitForMessageInAsync(PlaygroundTenant.PersonalChat, wanted, deadline);

    /// <summary>Waits for a message of the bot in a conversation.</summary>
    public Task<TeamsMessage> WaitForMessageInAsync(string conversation, Func<TeamsMessage, bool> wanted, TimeSpan? deadline = null) => Poll.ForAsync(
        () => Task.FromResult(Messages(conversation).LastOrDefault(message => message.IsFromBot && wanted(message))),
        deadline ?? Poll.Patience,
        $"a message of the bot to {person.Name}",
        () => $"There was:{string.Concat(Messages(conversation).Select(message => $"\n— {message.Author}: {message.Shown}"))}");

    private Task<TeamsTraffic> WriteAsync(string text, string conversation, JsonArray mentions) => playground.DeliveryOfAsync(
        $"“{text}”",
        entry => entry.Kind == "message" && BlockKit.Text(entry.Request, "text") == text,
        async () =>
        {
            var answer = await playground.PostAsync($"_conversation/v1/conversations/{Uri.EscapeDataString(conversation)}/messages", new JsonObject
            {
                ["from"] = new JsonObject { ["id"] = person.Id },
                ["text"] = text,
                ["textFormat"] = "plain",
                ["mentions"] = mentions,
            });
            playground.Screen.Show(new TeamsMessage
            {
                Conversation = BlockKit.Text(answer, "postConversationId") ?? conversation,
                Id = answer.GetProperty("messageId").GetString()!,
                Author = person.Id,
                Text = text,
                Card = null,
            });
        });

    private static bool IsReply(TeamsTraffic entry, string kind, TeamsMessage message) =>
        entry.Kind == kind && BlockKit.Text(entry.Request, "replyToId") == message.Id;

    /// <summary>The button's data with the inputs, as the client merges them.</summary>
    private static JsonObject Filled(TeamsMessage message, TeamsButton button, (string Input, string Value)[] values)
    {
        var data = button.Data.ValueKind is JsonValueKind.Object ? JsonObject.Create(button.Data)! : [];
        if (!button.WithInputs)
            return data;

        var typed = values.ToDictionary(
            value => message.Inputs.FirstOrDefault(input => input.Id == value.Input || input.Label == value.Input)?.Id
                ?? throw new InvalidOperationException($"No input “{value.Input}”. There is {string.Join(", ", message.Inputs.Select(input => $"“{input.Label}”"))}."),
            value => value.Value,
            StringComparer.Ordinal);
        foreach (var input in message.Inputs)
        {
            var value = typed.GetValueOrDefault(input.Id, input.Value);
            if (value.Length == 0 && input.IsRequired)
                throw new InvalidOperationException($"Teams would not submit: “{input.Label}” is empty.");
            data[input.Id] = value;
        }

        return data;
    }
}
