using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>A small goal that is set with a tap. A meeting holds its words, as it holds those of a goal of one's own.</summary>
internal static class SmallGoal
{
    private const string OneQuestion = "question";
    private const string QuestionAndInsight = "insight";
    private const string OtherView = "view";

    /// <summary>What the buttons carry.</summary>
    public static IReadOnlyList<string> Ids { get; } = [OneQuestion, QuestionAndInsight, OtherView];

    /// <summary>The words of one.</summary>
    public static string Words(Language language, string id) => id switch
    {
        OneQuestion => EndingTexts.In(language).OneQuestion,
        QuestionAndInsight => EndingTexts.In(language).QuestionAndInsight,
        OtherView => EndingTexts.In(language).OfferOtherView,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "There is no such goal."),
    };

    /// <summary>The id of a goal by its id, which buttons carry, or by its words in any language, which meetings and buttons of an earlier release hold; null for a goal of one's own.</summary>
    public static string? Find(string goal) =>
        Ids.FirstOrDefault(id => id == goal || Language.All.Any(language => Words(language, id) == goal));

    /// <summary>A goal as it is shown: one that was set with a tap in the language that the person has now.</summary>
    public static string Show(Language language, string goal) => Find(goal) is { } id ? Words(language, id) : goal;
}
