using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>A nudge and its check-in, as a person sees them before and after they answer.</summary>
internal static class NudgeCards
{
    public const string AnswerAction = "check-in.answer";
    public const string LineAction = "check-in.line";
    public const string UndoAction = "check-in.undo";
    public const string LaterAction = "check-in.later";
    public const string BackAction = "check-in.back";
    public const string PickAction = "check-in.pick";
    public const string UsefulAction = "check-in.useful";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>The nudge as it is sent, or as it stands again after an answer was taken back.</summary>
    public static Card Open(Language language, Practice practice, NudgeKey nudge, string why, bool? useful = null)
    {
        var texts = NudgeTexts.In(language);
        return new Card
        {
            Sign = CardSign.Nudge,
            Title = practice.Title,
            Text = practice.Nudges[nudge.Wording % practice.Nudges.Count],
            Choices = practice.CheckIn.Options.Count == 0
                ? [new ChoiceRow(Question(practice.CheckIn), [.. Useful(texts, nudge, useful)]), Later(texts, nudge)]
                :
                [
                    new ChoiceRow(Question(practice.CheckIn), [.. Answers(practice.CheckIn, nudge)]),
                    new ChoiceRow(null, [.. Useful(texts, nudge, useful)]),
                    Later(texts, nudge),
                ],
            Input = LineInput(nudge, texts.AnswerInWords, line: null),
            Context = why,
        };
    }

    /// <summary>The nudge with its answer.</summary>
    public static Card Answered(Language language, Practice practice, Reply reply, bool? useful = null)
    {
        var texts = NudgeTexts.In(language);
        var undo = new ChoiceRow(null, [.. Useful(texts, reply.Nudge, useful), new Choice(texts.Undo, new CardAction(UndoAction, reply.Nudge.ToString()))]);
        var value = reply.Value is { } said ? texts.YouSaid(practice.CheckIn.Describe(said)) : null;
        return (value, reply.Line) switch
        {
            (not null, null) when practice.CheckIn.Line is { } prompt => new Card
            {
                Sign = CardSign.Nudge,
                Title = practice.Title,
                Text = $"{value}. {texts.WriteLineHere(prompt)}",
                Input = LineInput(reply.Nudge, texts.AddLine, line: null),
                Choices = [undo],
            },
            _ => new Card
            {
                Sign = CardSign.Nudge,
                Title = practice.Title,
                Text = string.Join(" \u00b7 ", new[] { value, reply.Line is null ? null : $"\u201c{reply.Line}\u201d" }.OfType<string>()),
                Input = LineInput(reply.Nudge, reply.Line is null ? texts.AddLine : texts.EditLine, reply.Line),
                Choices = [undo],
            },
        };
    }

    public static Card PutOff(Language language, Practice practice, NudgeKey nudge, DateTimeOffset until, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = NudgeTexts.In(language);
        return new Card
        {
            Sign = CardSign.Nudge,
            Title = practice.Title,
            Text = texts.ComingBack(When.Show(language, until, now, zone)),
            Choices = [new ChoiceRow(null, [new Choice(texts.AnswerNow, new CardAction(BackAction, nudge.ToString()))])],
        };
    }

    /// <summary>Says that a message was taken as an answer, with a way to take it back.</summary>
    public static Card TakenAsAnswer(Language language, string title, string line, CardAction undo) => new()
    {
        Title = NudgeTexts.In(language).SavedAsAnswer,
        Text = $"{title} \u00b7 \u201c{line}\u201d",
        Choices = [new ChoiceRow(null, [new Choice(NudgeTexts.In(language).Undo, undo)])],
    };

    /// <summary>Asks which check-in a message is meant for.</summary>
    public static Card Pick(Language language, IEnumerable<(NudgeKey Nudge, string Title)> open, string text) => new()
    {
        Title = NudgeTexts.In(language).WhichOne,
        Text = $"\u201c{text}\u201d",
        Choices =
        [
            new ChoiceRow(null, [.. open.Select(one => new Choice(one.Title, new CardAction(PickAction, $"{one.Nudge}|{text}")))]),
        ],
        Context = NudgeTexts.In(language).NothingSavedYet,
    };

    public static Card TooLong(Language language, int length) => new()
    {
        Title = NudgeTexts.In(language).MoreThanLine,
        Text = NudgeTexts.In(language).LineTooLong(length, Reply.MaxLineLength),
    };

    public static Card Gone(Language language) => new()
    {
        Title = NudgeTexts.In(language).NoLongerHere,
        Text = NudgeTexts.In(language).PracticeTakenOut,
    };

    public static string WhyPlanned(Language language, Plan plan, bool endsPause)
    {
        var texts = NudgeTexts.In(language);
        return (PlanTemplate.Find(plan.Template)?.NameIn(language), endsPause) switch
        {
            ({ } name, true) => texts.PauseOver(name),
            ({ } name, false) => texts.FromPlan(name),
            (null, true) => texts.PauseOverOwn,
            (null, false) => texts.FromOwnPlan,
        };
    }

    public static string WhyTried(Language language) => NudgeTexts.In(language).YouTried;

    public static string WhyPutOff(Language language) => NudgeTexts.In(language).YouPutOff;

    /// <summary>Why a nudge came, once it stands again after an answer was taken back.</summary>
    public static string Why(PersonState person, NudgeKey nudge) => nudge.Try.Length > 0 || person.Plan is null
        ? WhyTried(person.Language)
        : WhyPlanned(person.Language, person.Plan, endsPause: false);

    private static string Question(CheckIn checkIn) => checkIn is { Kind: CheckInKind.Scale, Low: { } low, High: { } high }
        ? $"{checkIn.Question} (1 {low.ToLowerInvariant()}, {CheckIn.HighestOfScale} {high.ToLowerInvariant()})"
        : checkIn.Question;

    private static IEnumerable<Choice> Answers(CheckIn checkIn, NudgeKey nudge) =>
        checkIn.Options.Select(option => new Choice(option.Label, new CardAction(AnswerAction, $"{nudge}|{option.Value}")));

    private static ChoiceRow Later(NudgeTexts texts, NudgeKey nudge) => new(null,
    [
        new Choice(texts.LaterToday, new CardAction(LaterAction, $"{nudge}|{PutOffUntil.LaterToday}")),
        new Choice(texts.Tomorrow, new CardAction(LaterAction, $"{nudge}|{PutOffUntil.Tomorrow}")),
        new Choice(texts.NextWeek, new CardAction(LaterAction, $"{nudge}|{PutOffUntil.NextWeek}")),
    ]);

    // Whether the nudge itself was of use: the quiet question beside the check-in's.
    private static IEnumerable<Choice> Useful(NudgeTexts texts, NudgeKey nudge, bool? useful) =>
    [
        new Choice(texts.Useful, new CardAction(UsefulAction, $"{nudge}|{Yes}")) { IsChosen = useful == true },
        new Choice(texts.NotNow, new CardAction(UsefulAction, $"{nudge}|{No}")) { IsChosen = useful == false },
    ];

    private static CardInput LineInput(NudgeKey nudge, string label, string? line) =>
        new(label, new CardAction(LineAction, nudge.ToString()), Reply.MaxLineLength) { Value = line };
}
