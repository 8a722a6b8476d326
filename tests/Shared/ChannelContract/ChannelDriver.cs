using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>
/// A chat platform in a test: a fake of it over real HTTP, the channel's adapter behind a real server, and Anna, who has a
/// direct conversation with the bot and is in a group with it. Everything that differs between platforms where a promise
/// of a channel is tested is in here: how what she does reaches the bot, how what she is shown is read back from the
/// platform's payloads, and how the platform refuses.
/// </summary>
/// <remarks>An act is over when the platform has its response and the adapter has nothing left to show.</remarks>
public abstract class ChannelDriver : IAsyncDisposable
{
    /// <summary>Where turns go, and what they are answered with.</summary>
    public RecordingHandler Handler { get; } = new();

    /// <summary>The channel as the rest of the service sees it.</summary>
    public abstract IChatChannel Channel { get; }

    public abstract PersonAddress Anna { get; }

    /// <summary>The locale that the platform knows of her.</summary>
    public string Locale { get; set; } = "en-GB";

    /// <summary>A colleague in the same group.</summary>
    public abstract PersonAddress Ben { get; }

    /// <summary>Her direct conversation with the bot.</summary>
    public abstract ConversationAddress Direct { get; }

    /// <summary>What the adapter's clock says; it stands still.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Whether the platform says that a person installed or removed the bot.</summary>
    public abstract bool TellsOfInstalls { get; }

    /// <summary>Whether the bot has a home page on the platform.</summary>
    public abstract bool HasHome { get; }

    /// <summary>Whether the bot can look for a message that it sent.</summary>
    public abstract bool CanBeSearched { get; }

    /// <summary>Whether the platform says whom a message mentions.</summary>
    public abstract bool TellsWhoIsMentioned { get; }

    /// <summary>Whether the platform answers questions about people.</summary>
    public abstract bool KnowsPeople { get; }

    public abstract Task StartAsync();

    /// <summary>Anna writes to the bot.</summary>
    /// <param name="words">The words as she types them.</param>
    /// <param name="hangUp">Ends the platform's connection before it has a response.</param>
    public abstract Task<Taken> WriteAsync(string words, CancellationToken hangUp = default);

    /// <summary>Anna writes in the group and mentions the bot in front.</summary>
    public abstract Task<Taken> MentionAsync(string words);

    /// <summary>Anna writes in the group, and mentions the bot in front and Ben behind, him twice.</summary>
    public abstract Task<Taken> MentionBenAsync(string words);

    /// <summary>Anna writes in the group to somebody else.</summary>
    public abstract Task<Taken> OverhearAsync(string words);

    /// <summary>Anna gives a command in the way that the platform has for it.</summary>
    public abstract Task<Taken> CommandAsync(string command, string text);

    /// <summary>Anna presses the first button with that label on a message.</summary>
    public abstract Task<Taken> PressAsync(SeenMessage message, string label);

    /// <summary>Anna goes to the field of a card, opening it if it has to be opened.</summary>
    public abstract Task<SeenField> FieldOfAsync(SeenMessage message);

    /// <summary>Anna writes into the field of a card and saves it.</summary>
    public abstract Task<Taken> FillAsync(SeenMessage message, string words);

    /// <summary>Anna does what it takes to have the form in front of her that she was offered; nothing when it is there.</summary>
    public abstract Task OpenFormAsync();

    /// <summary>Anna fills in fields of the form in front of her, leaves the others as they are, and submits it.</summary>
    public abstract Task<Taken> SubmitAsync(params (string Field, string Value)[] values);

    /// <summary>Anna installs the bot: everything that the platform sends for it.</summary>
    public abstract Task<Taken> InstallAsync();

    /// <summary>Anna removes the bot: everything that the platform sends for it.</summary>
    public abstract Task<Taken> UninstallAsync();

    /// <summary>Anna opens the bot's home page, or what comes nearest to one.</summary>
    public abstract Task<Taken> OpenHomeAsync();

    /// <summary>The platform delivers the last act once more, as when it never got a response.</summary>
    public abstract Task<Taken> DeliverAgainAsync();

    /// <summary>The platform tells the bot what the bot itself wrote to Anna.</summary>
    public abstract Task<Taken> EchoAsync(string words);

    /// <summary>The platform sends something that it may come to send one day.</summary>
    public abstract Task<Taken> SendUnknownAsync();

    /// <summary>Sends a body that is no payload of the platform, though it comes from it.</summary>
    public abstract Task<Taken> SendGarbageAsync(string body);

    /// <summary>Somebody who is not the platform says that Anna wrote something.</summary>
    public abstract Task<Taken> ForgeAsync(string words);

    /// <summary>What Anna can see from the bot, and nobody else, oldest first, each as it stands now.</summary>
    public abstract IReadOnlyList<SeenMessage> Messages { get; }

    /// <summary>What the bot let everybody in the group see.</summary>
    public abstract IReadOnlyList<SeenMessage> Group { get; }

    /// <summary>The form that Anna can fill in; null when there is none.</summary>
    public abstract SeenForm? Form { get; }

    /// <summary>The cards on the home page, by their titles.</summary>
    public abstract IReadOnlyList<string> Home { get; }

    /// <summary>What the adapter itself told Anna in passing, such as that something did not work.</summary>
    public abstract IReadOnlyList<string> Said { get; }

    /// <summary>Why the real platform would have refused something that the fake one took; empty when it would not.</summary>
    public abstract IReadOnlyList<string> Objections { get; }

    /// <summary>The next call of that kind is refused like this.</summary>
    /// <param name="call">The kind of call.</param>
    /// <param name="refusal">How.</param>
    /// <param name="wait">How long the platform asks to wait, in whole seconds; null when it does not say.</param>
    public abstract void Refuse(ChannelCall call, Refusal refusal, TimeSpan? wait = null);

    /// <summary>The platform is gone: nothing listens where it was.</summary>
    public abstract Task GoAwayAsync();

    /// <summary>How often the server has noticed that the platform hung up before it had its response.</summary>
    public abstract int HangUps { get; }

    public abstract ValueTask DisposeAsync();
}

/// <summary>The kinds of call that the bot makes.</summary>
public enum ChannelCall
{
    Send,
    Update,
    OpenDirect,
}

/// <summary>The calls that a channel makes.</summary>
public static class Calls
{
    public static TheoryData<ChannelCall> All => [ChannelCall.Send, ChannelCall.Update, ChannelCall.OpenDirect];
}

/// <summary>How a platform refuses.</summary>
public enum Refusal
{
    /// <summary>The person may not be written to.</summary>
    Blocked,

    /// <summary>What was named is not there.</summary>
    Gone,

    /// <summary>Too many calls.</summary>
    Throttled,

    /// <summary>The call itself is wrong.</summary>
    Rejected,

    /// <summary>The platform failed, and cannot say whether it did what was asked.</summary>
    Fault,

    /// <summary>The platform did what was asked; its answer is lost.</summary>
    AnswerLost,

    /// <summary>An answer that cannot be read.</summary>
    Unreadable,

    /// <summary>No answer.</summary>
    Silence,
}
