using System.Reflection;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.EndToEnd;

/// <summary>What cards are made of: of each kind the usual first, then as little as there can be, as much, and what is hostile.</summary>
internal static class CardSamples
{
    public const string Hostile = "<at>Everyone</at> <@U1> [x](javascript:alert(1)) **b** {{DATE(2026-01-01T00:00:00Z)}} 🌱";

    /// <summary>Monday 23 November 2026, 09:02 in Berlin.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 2, 0, TimeSpan.Zero);

    private static readonly PracticeCatalogue _catalogue = PracticeCatalogue.Load();
    private static readonly IReadOnlyList<Practice> _practices =
        [.. _catalogue.Practices.OrderByDescending(practice => practice.Id == "align-with-manager").ThenByDescending(practice => practice.Nudges.Max(nudge => nudge.Length))];

    private static readonly IReadOnlyList<TimeZoneInfo> _zones = [TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), TimeZoneInfo.Utc];
    private static readonly IReadOnlyList<NudgeKey> _nudges =
        [.. Enumerable.Range(0, 7).Select(wording => NudgeKey.OfPractice(new DateOnly(2026, 11, 23), "align-with-manager", wording))];

    private static readonly IReadOnlyList<Plan> _plans = [.. Plans()];

    public static string Long(int length) => string.Join(' ', Enumerable.Repeat("churn", length))[..length];

    /// <summary>The samples for a parameter.</summary>
    /// <exception cref="InvalidOperationException">There are none: give some here.</exception>
    public static IReadOnlyList<object?> For(ParameterInfo parameter, Language language)
    {
        var samples = SheetSamples.For(parameter) ?? GroupSamples.For(parameter) ?? Of(parameter, language)
            ?? throw new InvalidOperationException(
                $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name} wants a {parameter.ParameterType.Name} called {parameter.Name}: give samples of it in {nameof(CardSamples)}.");
        var mayBeNull = new NullabilityInfoContext().Create(parameter).WriteState is NullabilityState.Nullable;
        samples = [.. samples.Select(sample => In(language, sample))];
        return mayBeNull ? [.. samples, null] : samples;
    }

    private static IReadOnlyList<object?>? Of(ParameterInfo parameter, Language language) => (parameter.ParameterType, parameter.Name) switch
    {
        (var type, { } name) when type == typeof(string) => [.. Texts(name, language)],
        var (type, _) when type == typeof(Language) => [language],
        var (type, _) when type == typeof(int) => [612, 0, 1, int.MaxValue],
        var (type, _) when type == typeof(bool) => [true, false],
        (var type, "until") when type == typeof(DateTimeOffset) => [Now.AddHours(3), Now.AddDays(1), Now.AddDays(40)],
        // A first word comes shortly before its meeting.
        (_, "now") when parameter.Member.Name == "FirstWord" => [SheetSamples.Meetings[0].StartsAt.AddMinutes(-5), Now],
        var (type, _) when type == typeof(DateTimeOffset) => [Now],
        var (type, _) when type == typeof(TimeZoneInfo) => [.. _zones],
        var (type, _) when type == typeof(MeetingPoint) => [new MeetingPoint("What happens at 6 % churn?"), new MeetingPoint(Long(MeetingPoint.MaxLength)), new MeetingPoint(Hostile)],
        var (type, _) when type == typeof(Card) => [PlanCards.Declined(language), ErasureCards.Ask(language)],
        var (type, _) when type == typeof(CardAction) => [new CardAction("check-in.undo", _nudges[0].ToString())],
        var (type, _) when type == typeof(PracticeCatalogue) => [_catalogue.In(language)],
        var (type, _) when type == typeof(Practice) => [.. Practices(language)],
        var (type, _) when type == typeof(IReadOnlyList<Practice>) => [Practices(language).Take(3).ToList(), new List<Practice>(), Practices(language)],
        var (type, _) when type == typeof(NudgeKey) => [.. _nudges.Cast<object>()],
        var (type, _) when type == typeof(IEnumerable<(NudgeKey Nudge, string Title)>) =>
        [
            _nudges.Take(2).Zip(Practices(language), (nudge, practice) => (nudge, practice.Title)).ToList(),
            _nudges.Zip(Practices(language), (nudge, practice) => (nudge, practice.Title)).ToList(),
        ],
        var (type, _) when type == typeof(SheetLead) => [.. Enum.GetValues<SheetLead>().Cast<object>()],
        var (type, _) when type == typeof(IReadOnlyList<CityZone>) => [CityZones.Find("Portland"), CityZones.Find("San"), new List<CityZone>()],
        var (type, _) when type == typeof(Reply) => [.. Replies()],
        var (type, _) when type == typeof(Meeting) => [.. SheetSamples.Meetings],
        var (type, _) when type == typeof(IReadOnlyList<Meeting>) => [SheetSamples.Meetings.Take(2).ToList(), new List<Meeting>(), Enumerable.Repeat(SheetSamples.Meetings, 4).SelectMany(each => each).ToList()],
        var (type, _) when type == typeof(Plan) => [.. _plans],
        var (type, _) when type == typeof(PersonState) => [.. _plans.Cast<Plan?>().Append(null).Select(plan => Person(plan))],
        _ => null,
    };

    private static object? In(Language language, object? sample) => sample switch
    {
        PersonState person => In(language, person),
        PrepSheet sheet => sheet with { Person = In(language, sheet.Person) },
        _ => sample,
    };

    private static PersonState In(Language language, PersonState person) => person with { Profile = person.Profile with { OwnLanguage = language } };

    private static IReadOnlyList<Practice> Practices(Language language) => [.. _practices.Select(practice => _catalogue.In(language).Find(practice.Id)!)];

    private static IEnumerable<string> Texts(string name, Language language) => name switch
    {
        "id" or "state" => ["m1", "m1|c|1"],
        "title" => Practices(language).Select(practice => practice.Title),
        "name" => ["Exec staff", "", Long(80), Hostile[..80]],
        "when" => ["Thu 10:00", "", Long(100), Hostile],
        "why" => [NudgeCards.WhyPlanned(language, _plans[0], endsPause: false), NudgeCards.WhyTried(language), Long(300)],
        _ => ["roadmap order changed on Friday", "", Long(Reply.MaxLineLength), Hostile],
    };

    private static IEnumerable<Reply> Replies()
    {
        foreach (var (value, line) in new (string?, string?)[]
        {
            ("3", null), ("3", "roadmap order changed on Friday"), (null, "we agreed"), ("5", Long(Reply.MaxLineLength)), (null, Hostile), ("yes", ""),
        })
        {
            yield return new Reply { Nudge = _nudges[0], Value = value, Line = line, AnsweredAt = Now, ChangedAt = Now };
        }
    }

    private static IEnumerable<Plan> Plans()
    {
        var plans = PlanTemplate.All.Select(template => new Plan
        {
            Template = template.Id,
            Cadence = new Cadence { Cron = template.Cron },
            Status = PlanStatus.Active,
            Version = "v1",
            Since = Now.AddDays(-30),
        }).ToList();
        return
        [
            plans[1], plans[0], .. plans.Skip(2),
            plans[1] with { Status = PlanStatus.Paused },
            plans[1] with { Status = PlanStatus.Paused, PausedUntil = new DateOnly(2026, 12, 7) },
            plans[1] with { Status = PlanStatus.Paused, PausedUntil = new DateOnly(2026, 11, 1) },
            plans[1] with { Status = PlanStatus.Stopped },
            plans[1] with { Status = PlanStatus.Unreachable },
            plans[1] with
            {
                Template = PlanTemplate.OwnId,
                Cadence = new Cadence { Cron = "0 20 10 ? * TUE,SAT", QuietFrom = new TimeOnly(19, 30), QuietUntil = new TimeOnly(7, 0) },
                PracticesOff = new HashSet<string> { "speak-early", "refocus" },
            },
            plans[1] with { Template = "one of your own", Cadence = new Cadence { Cron = "0 0 3 29 2 ?" } },
        ];
    }

    /// <summary>A plan that was ended after everything else.</summary>
    public static Plan Stopped => _plans[0] with { Status = PlanStatus.Stopped, Since = Now.AddDays(1) };

    /// <summary>A person with that plan, who said that about the language model.</summary>
    public static PersonState Person(Plan? plan, bool? mayAskModel = null) => new()
    {
        Profile = new Profile { Person = new("chat", "T1", "anna"), Zone = "Europe/Berlin", MetAt = Now, MayAskModel = mayAskModel },
        ProfileIsStored = true,
        Plan = plan,
    };
}
