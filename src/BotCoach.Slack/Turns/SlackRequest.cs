using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>What a request from Slack is about.</summary>
internal abstract record SlackRequest
{
    private SlackRequest()
    {
    }

    /// <summary>Whose request it is; null where Slack names no workspace.</summary>
    public SlackOrigin? Origin { get; init; }

    /// <summary>Slack asks whether this address is ours.</summary>
    public sealed record Challenge(string Text) : SlackRequest;

    /// <summary>Something that the bot has no use for.</summary>
    public sealed record Ignored : SlackRequest;

    /// <summary>An event: Slack delivers it again until it is taken.</summary>
    public sealed record Event(SlackOccasion Occasion) : SlackRequest;

    /// <summary>The workspace removed the app: delivered again until it is taken, as every event.</summary>
    public sealed record Removed(WorkspaceNotice Notice) : SlackRequest;

    /// <summary>A slash command, which is answered in the response.</summary>
    public sealed record Command(SlackOccasion Occasion) : SlackRequest;

    /// <summary>A button of a card, or a shortcut.</summary>
    public sealed record Button(SlackOccasion Occasion) : SlackRequest;

    /// <summary>The button of a card's input: the dialog is to open.</summary>
    public sealed record InputTapped(string Workspace, InputPrompt Prompt, ViewMetadata Metadata, string Trigger, Uri? ResponseUrl) : SlackRequest;

    /// <summary>A dialog was submitted.</summary>
    /// <param name="Occasion">The turn and where it took place.</param>
    /// <param name="Fields">Names of the dialog's fields, in order.</param>
    /// <param name="Language">The language of the dialog.</param>
    public sealed record Submission(SlackOccasion Occasion, IReadOnlyList<string> Fields, Language Language) : SlackRequest;
}

/// <summary>A turn, and the ways that Slack leaves open to answer it.</summary>
internal sealed record SlackOccasion(ChatTurn Turn)
{
    /// <summary>Opens one dialog, within three seconds.</summary>
    public string? Trigger { get; init; }

    /// <summary>Shows something where the person acted: five times, within 30 minutes.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>
    /// Whether the person acted on something that only they see, perhaps where the bot is no member. Nothing but
    /// <see cref="ResponseUrl"/> reaches such a place.
    /// </summary>
    public bool IsInPassing { get; init; }

    /// <summary>Whether Slack delivers the turn once more, so that parts of its answer may be there already.</summary>
    public bool IsRetry { get; init; }
}
