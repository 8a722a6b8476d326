namespace BotCoach.Coaching;

/// <summary>A part of the day, which says what hour of it a clock's hour is: 3 "de la tarde" is 15.</summary>
/// <param name="First">Its first hour.</param>
/// <param name="Last">Its last hour.</param>
/// <param name="OnlyOfClock">Whether it stands only behind an hour from 1 to 12.</param>
internal sealed record DayPart(int First, int Last, bool OnlyOfClock = false)
{
    private const int HoursOfClock = 12;

    /// <summary>am.</summary>
    public static DayPart BeforeNoon { get; } = new(0, 11, OnlyOfClock: true);

    /// <summary>pm.</summary>
    public static DayPart AfterNoon { get; } = new(12, 23, OnlyOfClock: true);

    /// <summary>
    /// The part that a Spanish word names. "Las 12 de la mañana" is noon; "las 12 de la noche" is midnight, of which nobody
    /// knows on which day it is meant, so it is none.
    /// </summary>
    public static DayPart? Of(string word) => word switch
    {
        "madrugada" => new DayPart(0, 6),
        "manana" => new DayPart(1, 12),
        "mediodia" => new DayPart(12, 15),
        "tarde" => new DayPart(12, 21),
        "noche" => new DayPart(18, 23),
        _ => null,
    };

    /// <summary>The hour of the day that is meant by one that was said; null when this part has none such.</summary>
    public int? Hour(int said)
    {
        if (said is 0 or > HoursOfClock)
        {
            return !OnlyOfClock && Has(said) ? said : null;
        }

        var early = said % HoursOfClock;
        return Has(early) ? early : Has(early + HoursOfClock) ? early + HoursOfClock : null;
    }

    private bool Has(int hour) => hour >= First && hour <= Last;
}
