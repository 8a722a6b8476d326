using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Days of the week as people read them and as rows and buttons hold them.</summary>
internal static class Weekdays
{
    // Three days in a row are a span: "Mon to Wed" is shorter than the three of them.
    private const int ShortestSpan = 3;

    /// <summary>All seven, from Monday on.</summary>
    public static IReadOnlyList<DayOfWeek> FromMonday { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    /// <summary>For a button: "Mon".</summary>
    public static string Short(Language language, DayOfWeek day)
    {
        var name = Abbreviated(language, day);
        return char.ToUpper(name[0], language.Culture) + name[1..];
    }

    /// <summary>For a list: "Mondays", "Mon, Wed, Thu", "Mon to Fri", "every day".</summary>
    public static string List(Language language, IReadOnlySet<DayOfWeek> days)
    {
        var texts = DateTexts.In(language);
        if (days.Count == FromMonday.Count)
        {
            return texts.EveryDay;
        }

        if (days.Count == 1)
        {
            return Sentence(language, days);
        }

        List<List<DayOfWeek>> runs = [];
        foreach (var day in FromMonday.Where(days.Contains))
        {
            if (runs is [.., [.., var before]] && Place(before) + 1 == Place(day))
            {
                runs[^1].Add(day);
            }
            else
            {
                runs.Add([day]);
            }
        }

        return string.Join(", ", runs.Select(run => run.Count >= ShortestSpan
            ? texts.DaySpan(Abbreviated(language, run[0]), Abbreviated(language, run[^1]))
            : string.Join(", ", run.Select(day => Abbreviated(language, day)))));
    }

    /// <summary>For a sentence: "Mondays, Wednesdays and Thursdays".</summary>
    public static string Sentence(Language language, IReadOnlySet<DayOfWeek> days)
    {
        var texts = DateTexts.In(language);
        List<string> names = [.. FromMonday.Where(days.Contains).Select(day => Each(texts, day))];
        return names.Count switch
        {
            0 => "",
            1 => texts.OnEach(names[0]),
            _ => texts.OnEach(texts.And(string.Join(", ", names.SkipLast(1)), names[^1])),
        };
    }

    /// <summary>As a row or a button holds them: "Monday,Tuesday".</summary>
    public static string Write(IEnumerable<DayOfWeek> days) => string.Join(',', days.Order());

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static IReadOnlySet<DayOfWeek>? Read(string text)
    {
        HashSet<DayOfWeek> days = [];
        foreach (var name in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<DayOfWeek>(name, out var day) || !Enum.IsDefined(day))
            {
                return null;
            }

            days.Add(day);
        }

        return days;
    }

    private static string Abbreviated(Language language, DayOfWeek day) => language.Culture.DateTimeFormat.AbbreviatedDayNames[(int)day];

    private static string Each(DateTexts texts, DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => texts.Mondays,
        DayOfWeek.Tuesday => texts.Tuesdays,
        DayOfWeek.Wednesday => texts.Wednesdays,
        DayOfWeek.Thursday => texts.Thursdays,
        DayOfWeek.Friday => texts.Fridays,
        DayOfWeek.Saturday => texts.Saturdays,
        _ => texts.Sundays,
    };

    private static int Place(DayOfWeek day) => ((int)day + 6) % FromMonday.Count;
}
