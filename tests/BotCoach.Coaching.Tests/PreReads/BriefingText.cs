using System.Globalization;
using System.Text;
using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>A briefing as a person would read it, for the reviewed snapshots.</summary>
internal static class BriefingText
{
    // What is shown at first, and what takes its place when all of that is dismissed.
    private const int Rounds = 2;

    public static string Of(Briefing briefing, Suggestions suggestions)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Language: {briefing.Language}\n\nKey points\n");
        foreach (var (number, point) in briefing.Points.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{number + 1}. {point.Text} (from {point.Place.In(Language.English)}){(point.AsksForDecision ? " [decision]" : "")}\n");
        }

        foreach (var topic in briefing.Topics)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{topic.Name} will ask (because of {string.Join(", ", topic.Words)})\n");
            topic.Prompts.ToList().ForEach(prompt => text.Append(CultureInfo.InvariantCulture, $"- {prompt}\n"));
        }

        text.Append("\nTerms\n");
        foreach (var term in briefing.Terms)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {term.Written}: {(term.Written.Equals(term.Name, StringComparison.OrdinalIgnoreCase) ? "" : $"[{term.Name}] ")}{term.Meaning}\n");
        }

        foreach (var kind in Enum.GetValues<SuggestionKind>())
        {
            List<string> dismissed = [];
            for (var round = 0; round < Rounds; round++)
            {
                text.Append(round == 0 ? $"\n{kind}s to start from\n" : "  and, when those are dismissed\n");
                foreach (var suggestion in suggestions.For(Language.English, briefing, kind, dismissed))
                {
                    text.Append(CultureInfo.InvariantCulture, $"- ({suggestion.Point + 1}) {suggestion.Text}\n");
                    dismissed.Add(suggestion.Id);
                }
            }
        }

        return text.ToString();
    }
}
