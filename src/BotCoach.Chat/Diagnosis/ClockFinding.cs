using System.Globalization;

namespace BotCoach.Chat;

/// <summary>Compares this machine's clock with another's.</summary>
public static class ClockFinding
{
    /// <summary>
    /// From here on platforms refuse us, or we them: the age of a signed request may be five minutes (docs.slack.dev, "Verifying
    /// requests"), and so may the skew of a token (learn.microsoft.com, "Authentication" of the Bot Connector).
    /// </summary>
    private static readonly TimeSpan _tooMuch = TimeSpan.FromMinutes(5);

    // The header counts whole seconds, and the answer was some time on its way. Our own number.
    private static readonly TimeSpan _unremarkable = TimeSpan.FromSeconds(10);

    /// <summary>What an answer's <c>Date</c> tells of our clock.</summary>
    /// <param name="whose">Who answered.</param>
    /// <param name="theirs">The header; null when the answer had none.</param>
    /// <param name="ours">What our clock said when the answer came.</param>
    public static Finding Of(string whose, DateTimeOffset? theirs, DateTimeOffset ours)
    {
        if (theirs is not { } date)
        {
            return Finding.Note("Clock", $"{whose} does not say its time.");
        }

        var off = (ours - date).Duration();
        var says = $"{InWords(off)} {(ours < date ? "behind" : "ahead of")} {whose}.";
        return off switch
        {
            _ when off <= _unremarkable => Finding.Right("Clock", $"Agrees with {whose}."),
            _ when off < _tooMuch => Finding.Note("Clock", $"{says} Let NTP keep it (timedatectl set-ntp true)."),
            _ => Finding.Wrong("Clock", $"{says} Requests are refused beyond five minutes: let NTP keep it (timedatectl set-ntp true)."),
        };
    }

    private static string InWords(TimeSpan time) => time switch
    {
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} seconds"),
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:F0} minutes"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:F0} hours"),
    };
}
