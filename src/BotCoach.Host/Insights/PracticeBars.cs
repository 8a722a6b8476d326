using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>How useful the nudges of each practice were found the last time that there was a figure, drawn as bars, longest first.</summary>
internal static class PracticeBars
{
    /// <summary>The chart; nothing when no practice has a figure.</summary>
    public static Html Of(Language language, IReadOnlyList<(Measure Practice, IsoWeek Week, Figure.Shown Figure)> practices)
    {
        var sorted = practices.OrderByDescending(practice => practice.Figure.Value).ThenBy(practice => practice.Practice.NameIn(language), StringComparer.Ordinal).ToList();
        return sorted.Count == 0 ? Html.None : Html.Of($"""
            <ul class="bars">
            {sorted.Select(practice => Bar(language, practice))}
            </ul>
            """);
    }

    private static Html Bar(Language language, (Measure Practice, IsoWeek Week, Figure.Shown Figure) practice) => Html.Of($"""
        <li><span class="name">{practice.Practice.NameIn(language)}</span><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="bar" width="{100 * practice.Figure.Value}" height="8"/></svg><span class="value">{FigureWords.Alone(language, practice.Practice, practice.Figure)}</span> <span class="week">{InsightsTexts.In(language).WeekOf(FigureWords.ShortWeek(language, practice.Week))}</span></li>
        """);
}
