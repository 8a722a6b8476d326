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
    public static Card Open(Practice practice, NudgeKey nudge, string why, bool? useful = null)
    {
        return new Card
        {
            Sign = CardSign.Nudge,
            Title = practice.Title,
            Text = practice.Nudges[nudge.Wording % practice.Nudges.Count],
            Choices = practice.CheckIn.Options.Count == 0
                ? [new ChoiceRow(Question(practice.CheckIn), [.. Useful(nudge, useful)]), Later(nudge)]
                :
                [
                    new ChoiceRow(Question(practice.CheckIn), [.. Answers(practice.CheckIn, nudge)]),
                    new ChoiceRow(null, [.. Useful(nudge, useful)]),
                    Later(nudge),
                ],
            Input = LineInput(nudge, "Answer in words", line: null),
            Context = why,
        };
    }

    /// <summary>The nudge with its answer.</summary>
    public static Card Answered(Practice practice, Reply reply, bool? useful = null)
    {
        var undo = new ChoiceRow(null, [.. Useful(reply.Nudge, useful), new Choice("Undo", new CardAction(UndoAction, reply.Nudge.ToString()))]);
        var value = reply.Value is { } said ? $"You said {practice.CheckIn.Describe(said)}" : null;
        return (value, reply.Line) switch
        {
            (not null, null) when practice.CheckIn.Line is { } prompt => new Card
            {
                Sign = CardSign.Nudge,
                Title = practice.Title,
                Text = $"{value}. {prompt} Write a line here, or leave it.",
                Input = LineInput(reply.Nudge, "Add a line", line: null),
                Choices = [undo],
            },
            _ => new Card
            {
                Sign = CardSign.Nudge,
                Title = practice.Title,
                Text = string.Join(" \u00b7 ", new[] { value, reply.Line is null ? null : $"\u201c{reply.Line}\u201d" }.OfType<string>()),
                Input = LineInput(reply.Nudge, reply.Line is null ? "Add a line" : "Edit the line", reply.Line),
                Choices = [undo],
            },
        };
    }

    public static Card PutOff(Practice practice, NudgeKey nudge, DateTimeOffset until, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Sign = CardSign.Nudge,
        Title = practice.Title,
        Text = $"I'll come back to this {When.Show(Language.English, until, now, zone)}.",
        Choices = [new ChoiceRow(null, [new Choice("Answer it now", new CardAction(BackAction, nudge.ToString()))])],
    };

    /// <summary>Says that a message was taken as an answer, with a way to take it back.</summary>
    public static Card TakenAsAnswer(string title, string line, CardAction undo) => new()
    {
        Title = "Saved as your answer",
        Text = $"{title} \u00b7 \u201c{line}\u201d",
        Choices = [new ChoiceRow(null, [new Choice("Undo", undo)])],
    };

    /// <summary>Asks which check-in a message is meant for.</summary>
    public static Card Pick(IEnumerable<(NudgeKey Nudge, string Title)> open, string text) => new()
    {
        Title = "Which one is this for?",
        Text = $"\u201c{text}\u201d",
        Choices =
        [
            new ChoiceRow(null, [.. open.Select(one => new Choice(one.Title, new CardAction(PickAction, $"{one.Nudge}|{text}")))]),
        ],
        Context = "Nothing is saved until you choose.",
    };

    public static Card TooLong(int length) => new()
    {
        Title = "That is more than a line",
        Text = $"It has {length} characters and I keep up to {Reply.MaxLineLength}. Send me the heart of it; nothing was saved.",
    };

    public static Card Gone { get; } = new()
    {
        Title = "This one is no longer here",
        Text = "The practice behind this card was taken out of the catalogue. /coach plan shows what comes next.",
    };

    public static string WhyPlanned(Plan plan, bool endsPause) => endsPause
        ? $"Your pause is over, so {OwnPlan(plan)} goes on. /coach pause or /coach stop ends it."
        : $"From {OwnPlan(plan)}. /coach pause or /coach stop ends it.";

    private static string OwnPlan(Plan plan) => PlanTemplate.Find(plan.Template) is { } template ? $"your {template.NameIn(Language.English)} plan" : "your own plan";

    public const string WhyTried = "You asked for this with try.";

    public const string WhyPutOff = "You asked me to come back to this.";

    /// <summary>Why a nudge came, once it stands again after an answer was taken back.</summary>
    public static string Why(PersonState person, NudgeKey nudge) => nudge.Try.Length > 0 || person.Plan is null
        ? WhyTried
        : WhyPlanned(person.Plan, endsPause: false);

    private static string Question(CheckIn checkIn) => checkIn is { Kind: CheckInKind.Scale, Low: { } low, High: { } high }
        ? $"{checkIn.Question} (1 {low.ToLowerInvariant()}, {CheckIn.HighestOfScale} {high.ToLowerInvariant()})"
        : checkIn.Question;

    private static IEnumerable<Choice> Answers(CheckIn checkIn, NudgeKey nudge) =>
        checkIn.Options.Select(option => new Choice(option.Label, new CardAction(AnswerAction, $"{nudge}|{option.Value}")));

    private static ChoiceRow Later(NudgeKey nudge) => new(null,
    [
        new Choice("Later today", new CardAction(LaterAction, $"{nudge}|{PutOffUntil.LaterToday}")),
        new Choice("Tomorrow", new CardAction(LaterAction, $"{nudge}|{PutOffUntil.Tomorrow}")),
        new Choice("Next week", new CardAction(LaterAction, $"{nudge}|{PutOffUntil.NextWeek}")),
    ]);

    // Whether the nudge itself was of use: the quiet question beside the check-in's.
    private static IEnumerable<Choice> Useful(NudgeKey nudge, bool? useful) =>
    [
        new Choice("Useful", new CardAction(UsefulAction, $"{nudge}|{Yes}")) { IsChosen = useful == true },
        new Choice("Not now", new CardAction(UsefulAction, $"{nudge}|{No}")) { IsChosen = useful == false },
    ];

    private static CardInput LineInput(NudgeKey nudge, string label, string? line) =>
        new(label, new CardAction(LineAction, nudge.ToString()), Reply.MaxLineLength) { Value = line };
}
