namespace BotCoach.Coaching;

/// <summary>Reads how a term is told from the common word that it also is.</summary>
internal static class TermSenseReader
{
    private const int LongestHint = 60;

    /// <summary>In place of a group: every term that is not a common word as well.</summary>
    private const string AnyTerm = "+terms";

    /// <summary>Reads the fields of a term; null when it is no common word.</summary>
    public static TermSense? Read(YamlFields fields, IReadOnlyDictionary<string, IReadOnlySet<string>> groups)
    {
        var mostly = fields.OptionalText("mostly", LongestHint);
        var term = ReadHints(fields, "term-near", groups);
        var common = ReadHints(fields, "common-near", groups);
        foreach (var word in term.Words.Intersect(common.Words, StringComparer.Ordinal))
        {
            fields.Report("common-near", $"has '{word}', which term-near has too.");
        }

        if (mostly is null && !fields.Has("term-near") && !fields.Has("common-near"))
        {
            return null;
        }

        return new TermSense
        {
            Mostly = ReadMostly(fields, mostly),
            TermPhrases = term.Phrases,
            TermWords = term.Words,
            TermsSpeakForIt = term.HasAnyTerm,
            CommonPhrases = common.Phrases,
            CommonWords = common.Words,
        };
    }

    private static MostlyIs ReadMostly(YamlFields fields, string? mostly)
    {
        switch (mostly)
        {
            case "common": return MostlyIs.Common;
            case "term": return MostlyIs.Term;
            case "term as noun": return MostlyIs.TermAsNoun;
            case "term only as noun": return MostlyIs.TermOnlyAsNoun;
            default:
                fields.Report("mostly", "must be common, term, term as noun or term only as noun where other words decide.");
                return default;
        }
    }

    private static Hints ReadHints(YamlFields fields, string key, IReadOnlyDictionary<string, IReadOnlySet<string>> groups)
    {
        var hints = new Hints([], new HashSet<string>(StringComparer.Ordinal));
        foreach (var (place, hint) in fields.Has(key) ? fields.Texts(key, LongestHint) : [])
        {
            if (hint == AnyTerm && key == "term-near")
            {
                hints = hints with { HasAnyTerm = true };
            }
            else if (hint.StartsWith('+'))
            {
                if (groups.TryGetValue(hint[1..], out var group))
                {
                    hints.Words.UnionWith(group);
                }
                else
                {
                    fields.Report(place, "names no group.");
                }
            }
            else if (!hint.Contains(' ', StringComparison.Ordinal) && !hint.Contains('_', StringComparison.Ordinal))
            {
                hints.Words.Add(hint);
            }
            else if (SensePhrase.Parse(hint) is { } phrase)
            {
                hints.Phrases.Add(phrase);
            }
            else
            {
                fields.Report(place, "must hold one _ that stands for the term.");
            }
        }

        return hints;
    }

    private sealed record Hints(List<SensePhrase> Phrases, HashSet<string> Words, bool HasAnyTerm = false);
}
