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

    /// <summary>The first three letters: "Mon".</summary>
    public static string Short(DayOfWeek day) => day.ToString()[..3];

    /// <summary>For a list: "Mondays", "Mon, Wed, Thu", "Mon to Fri", "every day".</summary>
    public static string List(IReadOnlySet<DayOfWeek> days)
    {
        if (days.Count == FromMonday.Count)
        {
            return "every day";
        }

        if (days.Count == 1)
        {
            return $"{days.First()}s";
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
            ? $"{Short(run[0])} to {Short(run[^1])}"
            : string.Join(", ", run.Select(Short))));
    }

    /// <summary>For a sentence: "Mondays, Wednesdays and Thursdays".</summary>
    public static string Sentence(IReadOnlySet<DayOfWeek> days)
    {
        List<string> names = [.. FromMonday.Where(days.Contains).Select(day => $"{day}s")];
        return names.Count switch
        {
            0 => "",
            1 => names[0],
            _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
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

    private static int Place(DayOfWeek day) => ((int)day + 6) % FromMonday.Count;
}
