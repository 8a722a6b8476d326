using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The bot's home page inside the chat: the plan, and the meetings ahead.</summary>
internal static class HomeCards
{
    public static IReadOnlyList<Card> Of(PersonState person, IReadOnlyList<Meeting> coming, DateTimeOffset now) =>
    [
        person.Plan is { } plan ? PlanCards.Current(plan, now, person.Zone) : PlanCards.Welcome(now, person.Zone),
        MeetingCards.Coming(coming, now, person.Zone),
    ];
}
