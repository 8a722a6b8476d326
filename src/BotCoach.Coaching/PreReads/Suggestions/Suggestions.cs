using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Makes starts of questions and comments from key points, each of which quotes the point that it concerns.</summary>
public sealed class Suggestions
{
    private const int Most = 3;

    private readonly SuggestionTexts _texts;
    private readonly OtherFigure _other;

    private Suggestions(SuggestionTexts texts)
    {
        _texts = texts;
        _other = new OtherFigure(texts.Directions);
    }

    /// <summary>Reads the texts that ship with the product.</summary>
    /// <exception cref="BrokenCatalogueException">They break a rule.</exception>
    public static Suggestions Load() => Parse(EmbeddedText.Read("suggestions.yaml"));

    /// <summary>Reads texts written as suggestions.yaml describes.</summary>
    /// <exception cref="BrokenCatalogueException">They break a rule; the exception lists everything that is wrong.</exception>
    public static Suggestions Parse(string yaml) => new(SuggestionTexts.Read(CoachingData.Parse("suggestions.yaml", yaml)));

    /// <summary>
    /// The suggestions to show now: at most three, on different key points while there are any. Those that were dismissed do
    /// not come back, and the next ones take their place. The same briefing gives the same suggestions anywhere.
    /// </summary>
    /// <param name="language">The person's language, for a pre-read that does not tell its own.</param>
    /// <param name="briefing">What was found in the pre-read.</param>
    /// <param name="kind">Questions or comments.</param>
    /// <param name="dismissed">The ids of the suggestions that are not wanted, or have been taken.</param>
    public IReadOnlyList<Suggestion> For(Language language, Briefing briefing, SuggestionKind kind, IReadOnlyCollection<string> dismissed)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        ArgumentNullException.ThrowIfNull(dismissed);
        return [.. All(language, briefing, kind).Where(suggestion => !dismissed.Contains(suggestion.Id, StringComparer.Ordinal)).Take(Most)];
    }

    /// <summary>
    /// All of them, in rounds: first one on each key point, by its best hook, then one on each by its second, and so on. In a
    /// round the hooks take turns, so that three in a row do not sound alike.
    /// </summary>
    private IEnumerable<Suggestion> All(Language language, Briefing briefing, SuggestionKind kind)
    {
        var finder = new HookFinder(_texts.Hooks);
        List<Queue<HookFound>> hooks = [.. briefing.Points.Select(point => new Queue<HookFound>(finder.In(point, briefing.Language)))];
        var first = FirstText(briefing);
        var used = new Dictionary<Hook, int>();
        while (hooks.Exists(left => left.Count > 0))
        {
            foreach (var (at, hook) in Turns(hooks))
            {
                var nth = used.GetValueOrDefault(hook.Hook);
                used[hook.Hook] = nth + 1;
                yield return new Suggestion
                {
                    Id = IdOf(kind, hook, briefing.Points[at]),
                    Kind = kind,
                    Text = TextOf(briefing.Points[at], hook, _texts.Of(hook.Hook, kind, briefing.Language.Or(language)), first + nth),
                    Point = at,
                };
            }
        }
    }

    private static IEnumerable<(int Point, HookFound Hook)> Turns(List<Queue<HookFound>> hooks)
    {
        List<(int Point, HookFound Hook)> round =
            [.. Enumerable.Range(0, hooks.Count).Where(at => hooks[at].Count > 0).Select(at => (at, hooks[at].Dequeue()))];
        return round
            .GroupBy(turn => turn.Hook.Hook)
            .SelectMany(same => same.Select((turn, nth) => (turn, nth)))
            .OrderBy(turn => turn.nth)
            .ThenBy(turn => turn.turn.Hook.Hook)
            .Select(turn => turn.turn);
    }

    private string TextOf(KeyPoint point, HookFound hook, IReadOnlyList<string> texts, int nth)
    {
        // "You assume churn stays at 4 %. What happens at 6 %?" is the best that can be asked, where it can.
        if (hook.Hook == Hook.Assumption && Quotation.Claim(point.Text, hook) is { } claim && _other.WorseThanIn(claim) is { } other
            && texts.FirstOrDefault(text => text.Contains("{other}", StringComparison.Ordinal)) is { } withOther)
        {
            return withOther.Replace("{other}", other, StringComparison.Ordinal).Replace("{quote}", claim, StringComparison.Ordinal);
        }

        List<string> fitting = [.. texts.Where(text => !text.Contains("{other}", StringComparison.Ordinal))];
        var named = point.Text[hook.Start..hook.End];
        return fitting[nth % fitting.Count]
            .Replace("{figure}", named, StringComparison.Ordinal)
            .Replace("{date}", named, StringComparison.Ordinal)
            .Replace("{quote}", Quotation.Of(point.Text, hook), StringComparison.Ordinal);
    }

    // So that another meeting does not begin with the same words.
    private static int FirstText(Briefing briefing) => Hash(string.Join('\n', briefing.Points.Select(point => point.Text)))[0];

    // Of the point and not of the text: a new wording of a dismissed one would be the same to the person.
    private static string IdOf(SuggestionKind kind, HookFound hook, KeyPoint point)
    {
        var named = string.Create(CultureInfo.InvariantCulture, $"{kind}\n{hook.Hook}\n{hook.Start}\n{point.Text}");
        return Convert.ToHexStringLower(Hash(named))[..16];
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
