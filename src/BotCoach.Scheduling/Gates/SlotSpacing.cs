using System.Runtime.InteropServices;
using BotCoach.Chat;

namespace BotCoach.Scheduling;

/// <summary>How far slots lie apart when several nodes use them, each with its own lateness.</summary>
/// <param name="Interval">The ticks between two slots; 0 when there is no limit.</param>
/// <param name="Lateness">How many ticks after its slot a message may leave.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SlotSpacing(long Interval, long Lateness)
{
    // How much of a platform's rate is given away. Of n + 1 messages that leave in slots, each late by the lateness at
    // most, the last leaves n intervals less the lateness after the first. That is the span of a window, if the interval
    // is the span and the lateness, divided by n. So no window is ever exceeded, however many nodes send. At 4 % a message
    // may be late by 40 ms where the window is a second.
    private const double GivenAway = 0.04;

    /// <summary>The spacing that keeps to some windows.</summary>
    public static SlotSpacing Of(IReadOnlyList<RateWindow> windows)
    {
        if (windows.Count == 0)
        {
            return default;
        }

        var interval = windows.Max(window => (long)Math.Ceiling(window.Span.Ticks * (1 + GivenAway) / window.Count));
        return new SlotSpacing(interval, windows.Min(window => (window.Count * interval) - window.Span.Ticks));
    }
}
