using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>Which weeks a page shows: some that are over, up to the last one.</summary>
/// <param name="Last">The last week that is over.</param>
/// <param name="Count">How many.</param>
internal sealed record WeekSpan(IsoWeek Last, int Count)
{
    private const int Usual = 12;

    /// <summary>The numbers of weeks that can be chosen: a month, a quarter, half a year.</summary>
    private static readonly int[] _choices = [4, Usual, 26];

    /// <summary>The first week.</summary>
    public IsoWeek First => Last.Plus(1 - Count);

    /// <summary>All of them, oldest first.</summary>
    public IEnumerable<IsoWeek> Weeks => Enumerable.Range(0, Count).Select(First.Plus);

    /// <summary>Reads what an address asks for; what it does not say well counts as not said.</summary>
    public static WeekSpan Read(string? count, DateTimeOffset now) =>
        new(ClosedWeek.At(now), int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && _choices.Contains(asked) ? asked : Usual);

    /// <summary>Links to the choices.</summary>
    /// <param name="language">The language that they are in.</param>
    /// <param name="path">The page's own path.</param>
    public Html ToHtml(Language language, string path) => Html.Of($"""
        <nav class="weeks" aria-label="{InsightsTexts.In(language).WeeksShown}"><ul>{_choices.Select(choice => choice == Count
            ? Html.Of($"""<li><a href="{path}?weeks={choice}" aria-current="page">{InsightsTexts.In(language).Weeks(choice)}</a></li>""")
            : Html.Of($"""<li><a href="{path}?weeks={choice}">{InsightsTexts.In(language).Weeks(choice)}</a></li>"""))}</ul></nav>
        """);
}
