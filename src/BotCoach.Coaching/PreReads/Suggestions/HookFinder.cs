using System.Collections.Frozen;

namespace BotCoach.Coaching;

/// <summary>Finds what a key point can be taken hold of by.</summary>
internal sealed class HookFinder(PhraseIndex<Hook> phrases)
{
    // After that a point has been turned over often enough.
    private const int Most = 4;

    // "Who covers for Ana in January" is a question of an agenda; "What it does to the numbers …" begins a sentence.
    private const int LongestTopic = 60;

    // Longer ones are hostile.
    private const int LongestFigure = 30;

    // "By Tuesday 24 November": the day of the week may stand between.
    private const int FarthestPreposition = 2;

    private static readonly FrozenSet<string> _untilDay = FrozenSet.Create(
        StringComparer.Ordinal, "by", "until", "till", "before", "due", "to", "hasta", "antes", "del");

    /// <summary>The hooks of a point, the most fruitful first, each kind once; there is always one.</summary>
    public IEnumerable<HookFound> In(KeyPoint point, PreReadLanguage language)
    {
        var words = Words.In(point.Text);
        var found = phrases.In(point.Text, words, language)
            .Select(match => new HookFound(match.Value, words[match.First].Start, words[match.First + match.Count - 1].End))
            // In "the forecast assumes that …" the verb says what is assumed.
            .OrderByDescending(hook => hook.Hook == Hook.Assumption && Quotation.Claim(point.Text, hook) is not null)
            .Concat(WrittenFigure.In(point.Text, words).OrderBy(figure => figure.Kind).Select(figure => OfFigure(figure, words)).OfType<HookFound>())
            .ToList();
        var isChoice = point.Text.EndsWith('?') || found.Exists(hook => hook.Hook == Hook.Choice
            && (point.AsksForDecision || (hook.Start == 0 && point.Text.Length <= LongestTopic)));
        found.RemoveAll(hook => hook.Hook == Hook.Choice);
        if (isChoice || point.AsksForDecision)
        {
            // What is to be decided is the first thing to ask about.
            found.RemoveAll(hook => hook.Hook is Hook.Proposal or Hook.Assumption);
            found.Add(new HookFound(isChoice ? Hook.Choice : Hook.Decision, 0, 0));
        }

        return found.Append(new HookFound(Hook.Statement, 0, 0)).DistinctBy(hook => hook.Hook).OrderBy(hook => hook.Hook).Take(Most);
    }

    private static HookFound? OfFigure(WrittenFigure figure, List<Word> words) => figure.Kind switch
    {
        _ when figure.End - figure.Start > LongestFigure => null,
        WrittenFigureKind.Amount or WrittenFigureKind.Share or WrittenFigureKind.Quantity => new HookFound(Hook.Amount, figure.Start, figure.End),
        WrittenFigureKind.Date when IsDeadline(figure, words) => new HookFound(Hook.Deadline, figure.Start, figure.End),
        _ => null,
    };

    private static bool IsDeadline(WrittenFigure date, List<Word> words)
    {
        var first = words.FindIndex(word => word.Start >= date.Start);
        return words.Take(first).TakeLast(FarthestPreposition).Any(word => _untilDay.Contains(word.Plain));
    }
}
