namespace BotCoach.Coaching;

/// <summary>A day as it was written, before it is known what today is.</summary>
internal abstract record WrittenDay
{
    private WrittenDay()
    {
    }

    /// <summary>A date, with or without a year.</summary>
    public sealed record Date(int? Year, int Month, int Day) : WrittenDay;

    /// <summary>Some time from today.</summary>
    public sealed record Ahead(int Months, int Days) : WrittenDay;
}

/// <summary>Which of the days of one name is meant.</summary>
internal enum WhichWeekday
{
    /// <summary>The first from today on, today included: "thu", "este jueves".</summary>
    FromToday,

    /// <summary>The first after today: "el próximo jueves", "el jueves que viene".</summary>
    FromTomorrow,

    /// <summary>That of the week after this one, weeks beginning on Monday: "next thu", "el jueves de la próxima semana".</summary>
    OfNextWeek,
}

/// <summary>What the words of a date say, before it is known when they were written.</summary>
internal sealed record TimePhrase
{
    // A date without a year that lies this far back was meant as past; before that, next year's. A quarter.
    private const int DaysThatCountAsPast = 90;

    // 29 February is at most eight years away: 1896 to 1904, 2096 to 2104.
    private const int YearsBetweenLeapDays = 8;

    /// <summary>The day, unless only a weekday or none was written.</summary>
    public WrittenDay? Day { get; init; }

    /// <summary>The weekday; beside a day it has to agree with it.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Which day of that name.</summary>
    public WhichWeekday Which { get; init; }

    /// <summary>Whether the weekday could as well be a month, as <c>mar</c>: it is one only beside a day or a time.</summary>
    public bool CouldBeMonth { get; init; }

    /// <summary>The time of the day.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>How long from now; then nothing else is there.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Whether the day could as well be a time, as in <c>10.12</c>: it is one only beside a time.</summary>
    public bool CouldBeTime { get; init; }

    /// <summary>Whether a number alone is an hour here: <c>thu 10</c> names one, <c>26 nov 10</c> may name a year.</summary>
    public bool TakesBareHour => Day switch
    {
        null => Weekday is not null,
        WrittenDay.Date { Year: null } => false,
        _ => true,
    };

    /// <summary>
    /// The day that is meant; null when the words contradict each other, and today when they name no day.
    /// </summary>
    public DateOnly? DayFrom(DateOnly today)
    {
        if (Day is null)
        {
            return Weekday is { } weekday ? WeekdayFrom(today, weekday) : today;
        }

        return Day switch
        {
            WrittenDay.Ahead ahead => Agreeing(today.AddMonths(ahead.Months).AddDays(ahead.Days)),
            WrittenDay.Date { Year: { } year } date => Agreeing(new DateOnly(year, date.Month, date.Day)),
            WrittenDay.Date date => WithoutYear(date, today),
            _ => throw new InvalidOperationException("There are no other days."),
        };
    }

    private DateOnly? Agreeing(DateOnly day) => Weekday is null || Weekday == day.DayOfWeek ? day : null;

    private DateOnly WeekdayFrom(DateOnly today, DayOfWeek weekday)
    {
        const int Week = 7;
        var sinceMonday = ((int)today.DayOfWeek + 6) % Week;
        var fromToday = ((int)weekday - (int)today.DayOfWeek + Week) % Week;
        return today.AddDays(Which switch
        {
            WhichWeekday.OfNextWeek => Week - sinceMonday + (((int)weekday + 6) % Week),
            WhichWeekday.FromTomorrow when fromToday == 0 => Week,
            _ => fromToday,
        });
    }

    // In January, "17 Dec" is the one that has just been and "Wed 17 Dec" may be the one to come: the weekday decides.
    private DateOnly? WithoutYear(WrittenDay.Date date, DateOnly today)
    {
        var days = Enumerable.Range(today.Year - 1, YearsBetweenLeapDays + 2)
            .Where(year => date.Day <= DateTime.DaysInMonth(year, date.Month))
            .Select(year => new DateOnly(year, date.Month, date.Day))
            .Where(day => day >= today.AddDays(-DaysThatCountAsPast));
        return Weekday is null
            ? days.First()
            : days.TakeWhile(day => day <= today.AddYears(1)).Select(Agreeing).FirstOrDefault(day => day is not null);
    }
}
