using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Reads the check-in of one practice.</summary>
internal static class CheckInReader
{
    // Answers become buttons side by side, and the question stands above them.
    private const int LongestQuestion = 150;
    private const int LongestLabel = 30;
    private const int FewestOptions = 2;

    // Six buttons fit a row on a phone.
    private const int HighestToTap = 5;

    public static CheckIn Read(Language language, YamlFields fields)
    {
        var question = ReadQuestion(fields, "question", fields.Text("question", LongestQuestion));
        var kind = ReadKind(fields);
        var low = fields.OptionalText("low", LongestLabel);
        var high = fields.OptionalText("high", LongestLabel);
        if ((low is null) != (high is null))
        {
            fields.Report(low is null ? "low" : "high", "is missing beside the other end of the scale.");
        }

        var checkIn = new CheckIn
        {
            Language = language,
            Question = question,
            Kind = kind ?? CheckInKind.Line,
            Options = kind switch
            {
                CheckInKind.Choice => ReadOptions(fields),
                CheckInKind.Scale => Numbers(1, CheckIn.HighestOfScale),
                CheckInKind.Count => Numbers(0, HighestToTap),
                _ => [],
            },
            Low = low,
            High = high,
            Line = ReadLine(fields, kind),
        };
        RefuseElsewhere(fields, "options", kind, CheckInKind.Choice);
        RefuseElsewhere(fields, "low", kind, CheckInKind.Scale);
        RefuseElsewhere(fields, "high", kind, CheckInKind.Scale);
        fields.ReportUnknown();
        return checkIn;
    }

    private static CheckInKind? ReadKind(YamlFields fields)
    {
        switch (fields.Text("kind", LongestLabel))
        {
            case "scale": return CheckInKind.Scale;
            case "choice": return CheckInKind.Choice;
            case "count": return CheckInKind.Count;
            case "line": return CheckInKind.Line;
            case "": return null;
            default:
                fields.Report("kind", "must be scale, choice, count or line.");
                return null;
        }
    }

    private static List<CheckInOption> ReadOptions(YamlFields fields)
    {
        var mappings = fields.Mappings("options");
        if (fields.HasList("options") && mappings.Count < FewestOptions)
        {
            fields.Report("options", $"must be at least {FewestOptions}.");
        }

        var options = new List<CheckInOption>();
        foreach (var mapping in mappings)
        {
            var option = new CheckInOption(mapping.Text("value", LongestLabel), mapping.Text("label", LongestLabel));
            mapping.ReportUnknown();
            if (option.Value.Length > 0 && !CatalogueReader.IsName(option.Value))
            {
                mapping.Report("value", "must be small letters and digits in words set apart by one hyphen.");
            }

            if (option.Value.Length > 0 && options.Any(before => before.Value == option.Value))
            {
                mapping.Report("value", "is used by an option before.");
            }

            if (option.Label.Length > 0 && options.Any(before => PracticeSearch.Plain(before.Label) == PracticeSearch.Plain(option.Label)))
            {
                mapping.Report("label", "is used by an option before.");
            }

            options.Add(option);
        }

        return options;
    }

    private static List<CheckInOption> Numbers(int lowest, int highest) =>
        [.. from number in Enumerable.Range(lowest, highest - lowest + 1)
            let value = number.ToString(CultureInfo.InvariantCulture)
            select new CheckInOption(value, value)];

    private static string? ReadLine(YamlFields fields, CheckInKind? kind)
    {
        var line = fields.OptionalText("line", LongestQuestion);
        if (kind == CheckInKind.Line && line is not null)
        {
            fields.Report("line", "has no place here: the question asks for the line.");
        }
        else if (kind is not (null or CheckInKind.Line) && line is null)
        {
            fields.Report("line", "is missing.");
        }

        return line is null ? null : ReadQuestion(fields, "line", line);
    }

    private static string ReadQuestion(YamlFields fields, string key, string text)
    {
        if (text.Length > 0 && !text.EndsWith('?'))
        {
            fields.Report(key, "must end with a question mark.");
        }

        return text;
    }

    private static void RefuseElsewhere(YamlFields fields, string key, CheckInKind? kind, CheckInKind place)
    {
        if (kind is not null && kind != place && fields.Has(key))
        {
            fields.Report(key, $"has no place here: the kind is not {place.ToString().ToLowerInvariant()}.");
        }
    }
}
