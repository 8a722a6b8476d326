using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What is read about programme leads.</summary>
internal static class LeadCards
{
    public static Card NotALead(Language language) => new()
    {
        Title = LeadTexts.In(language).OnlyForLeads,
        Text = LeadTexts.In(language).AskWhoRunsTheCoach,
    };

    public static Card Leads(Language language, IReadOnlyList<string> names) => new()
    {
        Title = LeadTexts.In(language).ProgrammeLeads,
        Text = string.Join(", ", names),
        Context = LeadTexts.In(language).HowToChangeLeads,
    };

    public static Card WhoLeads(Language language) => new()
    {
        Title = LeadTexts.In(language).WhomDoYouMean,
        Text = LeadTexts.In(language).MentionThePerson,
    };

    public static Card LastLead(Language language) => new()
    {
        Title = LeadTexts.In(language).OnlyLeadLeft,
        Text = LeadTexts.In(language).NameAnotherFirst,
    };
}
