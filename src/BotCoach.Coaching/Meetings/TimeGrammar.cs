namespace BotCoach.Coaching;

/// <summary>
/// Finds what a written date says. Every part is tried in every way in which it can be read, in the order of likelihood, and
/// the first way in which all the words have a place counts. At most three parts make a phrase, so trying is cheap.
/// </summary>
/// <param name="tokens">The words.</param>
/// <param name="days">Whether a day is asked for: then <c>2 weeks</c> and <c>7.12</c> are days.</param>
internal sealed class TimeGrammar(IReadOnlyList<TimeToken> tokens, bool days)
{
    private readonly TimeParts _parts = new(tokens);
    private readonly DateParts _dates = new(tokens);

    /// <summary>What the words from some place on say; null when they cannot be read.</summary>
    public TimePhrase? Read(int from) => Complete(from, new TimePhrase());

    private TimePhrase? Complete(int at, TimePhrase phrase)
    {
        if (IsEnd(at))
        {
            return phrase == new TimePhrase()
                || (phrase is { CouldBeTime: true, Time: null } && !days)
                || phrase is { CouldBeMonth: true, Day: null, Time: null } ? null : phrase;
        }

        var next = SkipFillers(at, phrase != new TimePhrase(), out var announced);
        return Continuations(next, phrase, announced)
            .Select(way => Complete(way.Next, way.Phrase))
            .FirstOrDefault(complete => complete is not null);
    }

    // A full stop or a comma behind everything says nothing.
    private bool IsEnd(int at) => at == tokens.Count || (at == tokens.Count - 1 && tokens[at].Text is "." or ",");

    private int SkipFillers(int at, bool begun, out bool announced)
    {
        announced = false;
        while (Filler(at, begun) is { Words: > 0 } filler)
        {
            announced = filler.BeforeTime;
            at += filler.Words;
        }

        return at;
    }

    /// <summary>How many words at a place only lead up to a day or a time, and whether it is to a time.</summary>
    private (int Words, bool BeforeTime) Filler(int at, bool begun) => (TextAt(at), TextAt(at + 1)) switch
    {
        ("@" or "at", _) => (1, true),
        ("a" or "de" or "desde", "las") or ("a", "la") => (2, true),
        ("a" or "al", "mediodia") => (1, true),
        ("de", _) when begun && at + 1 < tokens.Count && tokens[at + 1].Number >= 0 => (1, true),
        ("de", "hoy" or "manana" or "pasado") => (1, false),
        ("," or "on" or "the" or "el" or "del", _) => (1, false),
        _ => (0, false),
    };

    private string TextAt(int at) => at < tokens.Count ? tokens[at].Text : "";

    private IEnumerable<(TimePhrase Phrase, int Next)> Continuations(int at, TimePhrase phrase, bool announced)
    {
        if (phrase.After is not null)
        {
            yield break;
        }

        if (phrase.Day is null)
        {
            foreach (var (date, couldBeTime, next) in _dates.Dates(at))
            {
                yield return (phrase with { Day = date, CouldBeTime = couldBeTime }, next);
            }

            foreach (var (ahead, next) in _dates.Ahead(at, bare: days))
            {
                yield return (phrase with { Day = ahead }, next);
            }
        }

        if (phrase.Weekday is null)
        {
            foreach (var (weekday, which, couldBeMonth, next) in _dates.Weekdays(at, bareWeek: days))
            {
                yield return (phrase with { Weekday = weekday, Which = which, CouldBeMonth = couldBeMonth }, next);
            }
        }

        if (phrase.Time is null)
        {
            foreach (var (time, next) in _parts.Times(at, announced || phrase.TakesBareHour, announced, phrase != new TimePhrase()))
            {
                yield return (phrase with { Time = time }, next);
            }
        }

        if (phrase == new TimePhrase() && _parts.After(at) is var (after, end))
        {
            yield return (phrase with { After = after }, end);
        }
    }
}
