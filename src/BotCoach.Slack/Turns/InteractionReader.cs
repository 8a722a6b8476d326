using System.Text.Json;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>Buttons, dialogs and shortcuts (docs.slack.dev, interaction payloads). Closed dialogs bring no turn.</summary>
internal static class InteractionReader
{
    private static readonly SlackRequest _ignored = new SlackRequest.Ignored();

    public static SlackRequest Read(JsonElement payload, string fallbackId, DateTimeOffset at)
    {
        // An app that a whole enterprise installed gets no team.
        var workspace = payload.Text("team", "id") ?? payload.Text("user", "team_id") ?? payload.Text("enterprise", "id");
        if (workspace is null || payload.Text("user", "id") is not { } user)
            return _ignored;

        var id = payload.Text("trigger_id") ?? fallbackId;
        var person = RequestReader.Person(workspace, user);
        return payload.Text("type") switch
        {
            "block_actions" => Tap(payload, id, person, at),
            "view_submission" => Submission(payload, id, person, at),
            "shortcut" or "message_action" => Shortcut(payload, id, person, at),
            _ => _ignored,
        };
    }

    private static SlackRequest Tap(JsonElement payload, string id, PersonAddress person, DateTimeOffset at)
    {
        var tapped = payload.Items("actions").FirstOrDefault();
        if (tapped.Text("action_id") is not { } actionId || actionId == ActionId.Link)
            return _ignored;

        // The home page belongs to no conversation; Slack takes the person's id in place of the direct one.
        var conversation = NullIfEmpty(payload.Text("channel", "id")) ?? NullIfEmpty(payload.Text("container", "channel_id")) ?? person.Person;
        var isDirect = conversation == person.Person || RequestReader.IsDirect(conversation);
        var isInPassing = payload.Flag("container", "is_ephemeral");
        var message = isInPassing ? null : NullIfEmpty(payload.Text("container", "message_ts"));
        var responseUrl = RequestReader.ReadUrl(payload.Text("response_url"));
        var trigger = payload.Text("trigger_id");
        var value = tapped.Text("value") ?? "";
        var address = RequestReader.Conversation(person.Workspace, conversation);
        if (value.Length > CardAction.MaxValueLength)
            return _ignored;

        if (actionId == ActionId.Input)
        {
            if (trigger is null || InputPrompt.Read(value) is not { } prompt)
                return _ignored;
            var metadata = new ViewMetadata(conversation, isDirect, prompt.Name, prompt.Value)
            {
                Message = message,
                ResponseUrl = isInPassing ? responseUrl : null,
            };
            return new SlackRequest.InputTapped(person.Workspace, prompt, metadata, trigger, responseUrl);
        }

        ChatTurn turn = actionId == ActionId.Say
            ? new MessageTurn { Id = id, Person = person, Conversation = address, IsDirect = isDirect, At = at, Text = value }
            : new ButtonTurn
            {
                Id = id,
                Person = person,
                Conversation = address,
                IsDirect = isDirect,
                OnHome = conversation == person.Person,
                At = at,
                Action = new(ActionId.NameOf(actionId), value),
                Message = message is null ? null : new(address, message),
            };
        return new SlackRequest.Button(new(turn) { Trigger = trigger, ResponseUrl = responseUrl, IsInPassing = isInPassing });
    }

    /// <summary>A shortcut of a message knows where that stands; one of the whole workspace stands nowhere, like the home page.</summary>
    private static SlackRequest Shortcut(JsonElement payload, string id, PersonAddress person, DateTimeOffset at)
    {
        if (payload.Text("callback_id") is not { } shortcut)
            return _ignored;

        var conversation = NullIfEmpty(payload.Text("channel", "id"));
        var turn = new ShortcutTurn
        {
            Id = id,
            Person = person,
            Conversation = RequestReader.Conversation(person.Workspace, conversation ?? person.Person),
            IsDirect = conversation is null || RequestReader.IsDirect(conversation),
            At = at,
            Shortcut = shortcut,
            Text = MessageText.Read(payload.Text("message", "text") ?? ""),
        };
        var responseUrl = RequestReader.ReadUrl(payload.Text("response_url"));
        return new SlackRequest.Button(new(turn) { Trigger = payload.Text("trigger_id"), ResponseUrl = responseUrl, IsInPassing = responseUrl is not null });
    }

    private static SlackRequest Submission(JsonElement payload, string id, PersonAddress person, DateTimeOffset at)
    {
        if (ViewMetadata.Read(payload.Text("view", "private_metadata")) is not { } metadata
            || payload.At("view", "state", "values") is not { ValueKind: JsonValueKind.Object } state)
        {
            return _ignored;
        }

        var values = state.EnumerateObject().ToDictionary(
            block => block.Name,
            block => block.Value.Text(Blocks.InputValue, "value") ?? "",
            StringComparer.Ordinal);
        var address = RequestReader.Conversation(person.Workspace, metadata.Conversation);
        var isOnHome = metadata.Conversation == person.Person;

        ChatTurn? turn = payload.Text("view", "callback_id") switch
        {
            Views.Form => new FormTurn
            {
                Id = id,
                Person = person,
                Conversation = address,
                IsDirect = metadata.IsDirect,
                OnHome = isOnHome,
                At = at,
                Form = metadata.Name,
                State = metadata.Value,
                Values = values,
            },
            Views.Input => new ButtonTurn
            {
                Id = id,
                Person = person,
                Conversation = address,
                IsDirect = metadata.IsDirect,
                OnHome = isOnHome,
                At = at,
                Action = new(metadata.Name, metadata.Value),
                Message = metadata.Message is null ? null : new(address, metadata.Message),
                Input = values.GetValueOrDefault(Views.Input, ""),
            },
            _ => null,
        };
        return turn is null ? _ignored : new SlackRequest.Submission(
            new(turn) { ResponseUrl = metadata.ResponseUrl, IsInPassing = metadata.ResponseUrl is not null },
            [.. payload.Items("view", "blocks")
                .Where(block => block.Text("type") == "input")
                .Select(block => block.Text("block_id"))
                .OfType<string>()],
            Language.Of(metadata.Language));
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
