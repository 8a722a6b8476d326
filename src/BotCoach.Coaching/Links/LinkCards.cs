using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person reads who asks for a page in the browser.</summary>
internal static class LinkCards
{
    public const string InsightsAction = "insights.open";

    private const string OnceOnly = "The link is for you alone: it works once, within ten minutes.";

    public static Card Insights(Uri link) => new()
    {
        Title = "What helps your groups",
        Text = "Figures of five people or more, week by week. Nobody can be recognised in them.",
        Link = new CardLink("Open insights", link),
        Context = OnceOnly,
    };

    public static Card Export(Uri link) => new()
    {
        Title = "A copy of everything about you",
        Text = "Two files: one to read, and one for machines with every row as it is stored.",
        Link = new CardLink("Get your copy", link),
        Context = OnceOnly,
    };

    public static Card NoAddress { get; } = new()
    {
        Title = "I can't open a page yet",
        Text = "I don't know at which address browsers reach me. Whoever runs BotCoach sets it as Host:PublicUrl.",
    };
}
