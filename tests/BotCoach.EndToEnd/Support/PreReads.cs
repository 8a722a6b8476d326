namespace BotCoach.EndToEnd;

/// <summary>What people send out before a meeting.</summary>
internal static class PreReads
{
    /// <summary>A quarterly business review as it is pasted from slides; some 2,000 characters.</summary>
    public const string BusinessReview = """
        Q4 business review - pre-read for the executive staff

        Slide 1: Where we stand
        Net revenue retention fell to 104 % in Q3, against a plan of 110 %.
        New business is on plan: 2.1 million euros booked, 31 new customers.
        Churn among customers below 50 seats is 4 % a quarter, and the forecast assumes that it stays there.

        Slide 2: Margin
        Gross margin is 71 %, two points below budget.
        One point comes from running two billing platforms side by side, which costs 180,000 euros a month.
        The other comes from support: tickets per customer rose by 18 % after the September release.

        Slide 3: The billing migration
        The migration slips from 12 December to 30 January.
        Sales has promised the new invoices to three large customers for January; together they are 9 % of annual recurring revenue.
        The run rate of the old platform stays in the budget until it is switched off.

        Slide 4: What we ask for
        We ask the meeting to decide whether two engineers move from the mobile app to the migration until the end of February.
        The mobile app would then miss its launch at the trade fair on 20 January.
        Marketing has booked the stand for 65,000 euros and cannot cancel after 5 December.

        Slide 5: Outlook
        Without a decision we expect an EBITDA of 1.4 million euros for the year instead of 1.9 million.
        With the two engineers we expect 1.6 million, and retention back at 107 % by the second quarter.
        """;
}
