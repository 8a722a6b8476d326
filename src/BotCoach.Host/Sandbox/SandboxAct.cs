using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>What the browser says that the visitor did.</summary>
internal abstract record SandboxAct
{
    private const string Mention = "@BotCoach";

    private SandboxAct()
    {
    }

    /// <summary>Something that the coach is told.</summary>
    /// <param name="Of">The turn.</param>
    /// <param name="Words">What the visitor typed, as the conversation shows it; null for nothing.</param>
    public sealed record Turn(ChatTurn Of, string? Words) : SandboxAct;

    /// <summary>The visitor closed the form.</summary>
    public sealed record CloseForm : SandboxAct;

    /// <summary>Nothing that is known here.</summary>
    public sealed record Other : SandboxAct;

    /// <summary>Reads a body.</summary>
    /// <returns>False for one that is no act at all.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> body, SandboxPerson visitor, DateTimeOffset now, [NotNullWhen(true)] out SandboxAct? act)
    {
        act = null;
        try
        {
            using var json = JsonDocument.Parse(body);
            act = json.RootElement.ValueKind is JsonValueKind.Object && Text(json.RootElement, "kind") is { } kind && Text(json.RootElement, "id") is { Length: > 0 } id
                ? Read(json.RootElement, kind, id, visitor, now)
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // No JSON, or half of a surrogate pair inside it.
        }

        return act is not null;
    }

    private static SandboxAct? Read(JsonElement json, string kind, string id, SandboxPerson visitor, DateTimeOffset now) => kind switch
    {
        "message" when Text(json, "text") is { } text => Message(id, text, Text(json, "room"), visitor, now),
        "button" when Text(json, "name") is { } name && Text(json, "value") is { } value => new Turn(
            new ButtonTurn
            {
                Id = id,
                Person = visitor.Person,
                Conversation = visitor.Direct,
                At = now,
                Zone = visitor.Zone,
                Locale = visitor.Locale,
                Action = new CardAction(name, value),
                Message = Text(json, "message") is { } message ? new MessageAddress(visitor.Direct, message) : null,
                Input = Text(json, "input"),
            },
            Words: null),
        "form" when Text(json, "form") is { } form && Text(json, "state") is { } state && json.TryGetProperty("values", out var values) => new Turn(
            new FormTurn
            {
                Id = id,
                Person = visitor.Person,
                Conversation = visitor.Direct,
                At = now,
                Zone = visitor.Zone,
                Locale = visitor.Locale,
                Form = form,
                State = state,
                Values = values.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString() ?? "", StringComparer.Ordinal),
            },
            Words: null),
        "close" => new CloseForm(),
        "message" or "button" or "form" => null,
        _ => new Other(),
    };

    // A slash begins a command, as it does in the chats that have them. In a room of several people the coach hears what names it.
    private static SandboxAct Message(string id, string text, string? room, SandboxPerson visitor, DateTimeOffset now)
    {
        if (room is not null)
        {
            return text.StartsWith(Mention, StringComparison.OrdinalIgnoreCase)
                ? new Turn(Said(id, text[Mention.Length..].Trim(), visitor, now) with { Conversation = visitor.Direct with { Conversation = room }, IsDirect = false }, Words: null)
                : new Other();
        }

        if (text.Split([' ', '\n'], 2) is not [['/', .. { Length: > 0 } command], .. var rest])
        {
            return new Turn(Said(id, text, visitor, now), text);
        }

        return new Turn(
            new CommandTurn
            {
                Id = id,
                Person = visitor.Person,
                Conversation = visitor.Direct,
                At = now,
                Zone = visitor.Zone,
                Locale = visitor.Locale,
                Command = command.ToLowerInvariant(),
                Text = rest is [var more] ? more : "",
            },
            text);
    }

    private static MessageTurn Said(string id, string text, SandboxPerson visitor, DateTimeOffset now) => new()
    {
        Id = id,
        Person = visitor.Person,
        Conversation = visitor.Direct,
        At = now,
        Zone = visitor.Zone,
        Locale = visitor.Locale,
        Text = text,
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
