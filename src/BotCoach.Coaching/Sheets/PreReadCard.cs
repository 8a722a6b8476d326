using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The part of a sheet that says what stands in the pre-read, and what others will ask about it.</summary>
internal static class PreReadCard
{
    // What fits in one screen of a phone, and in the smallest message, beside the key points.
    private const int MostTerms = 6;

    /// <summary>The card.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="modelHost">Where the language model runs that may be asked; null when none is set up.</param>
    public static Card Of(PrepSheet sheet, string? modelHost)
    {
        var meeting = sheet.Meeting;
        var briefing = sheet.Briefing;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = $"{meeting.Name}: the pre-read",
            Text = sheet.PreRead switch
            {
                null => "Paste the agenda or what was sent out. I look for its key points, and for what colleagues from finance, strategy or the customers' side will ask.",
                { Briefing.Points.Count: 0 } => "I found no sentence in it that would count as a point. A list of names or figures is worth reading yourself.",
                _ => "Read it once more with these in mind.",
            },
            Facts = [.. Points(briefing), .. briefing.Topics.Select(Asks), .. Terms(briefing)],
            Choices =
            [
                .. Consent(sheet, modelHost),
                new ChoiceRow(null,
                [
                    new Choice(sheet.PreRead is null ? "Paste it" : "Paste another", SheetAction.On(SheetAction.Write, meeting.Id, SheetAction.PreRead)) { IsPrimary = sheet.PreRead is null },
                    .. sheet.PreRead is null ? [] : new[] { new Choice("Add more", SheetAction.On(SheetAction.Write, meeting.Id, SheetAction.MorePreRead)) },
                    new Choice("Send it as a message", SheetAction.On(SheetAction.Send, meeting.Id)),
                    SheetCards.Back(meeting),
                ]),
            ],
            Context = sheet.PreRead is null ? null : Source(sheet, modelHost),
        };
    }

    /// <summary>Says what to do now that the pre-read comes as a message.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="isThere">Whether there is a pre-read already.</param>
    public static Card Awaited(Meeting meeting, bool isThere) => new()
    {
        Sign = CardSign.Notes,
        Title = $"{meeting.Name}: send me the pre-read",
        Text = string.Create(
            CultureInfo.InvariantCulture,
            $"Paste it here as a message within the hour. I read up to {PreRead.MaxLength:N0} characters, in several messages if they do not fit one.")
            + (isThere ? " The first takes the place of what is there." : ""),
        Context = $"A message of up to {Reply.MaxLineLength} characters is taken as an answer, not as a pre-read.",
        Choices = [new ChoiceRow(null, [SheetCards.Back(meeting)])],
    };

    /// <summary>Asks for which meeting a long message is meant.</summary>
    public static Card WhichMeeting(IReadOnlyList<Meeting> coming, string message, int length, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Sign = CardSign.Notes,
        Title = "Is this the pre-read of a meeting?",
        Text = string.Create(CultureInfo.InvariantCulture, $"I kept its {(length > PreRead.MaxLength ? "first " : "")}{Math.Min(length, PreRead.MaxLength):N0} characters for the moment."),
        Choices =
        [
            .. coming.Select(meeting => new ChoiceRow(null,
            [
                new Choice(LongText.Cut($"{meeting.Name}, {When.Show(Language.English, meeting.StartsAt, now, zone)}", 70), new CardAction(LongMessages.ForAction, $"{message}|{meeting.Id}")),
            ])),
            new ChoiceRow(null,
            [
                new Choice("Another meeting", new CardAction(LongMessages.NewAction, message)),
                new Choice("No, forget it", new CardAction(LongMessages.ForgetAction, message)),
            ]),
        ],
        Context = $"An answer to a check-in may have up to {Reply.MaxLineLength} characters.",
    };

    public static Card Forgotten { get; } = new()
    {
        Title = "Forgotten",
        Text = "I kept nothing of that message.",
    };

    public static Card MessageGone { get; } = new()
    {
        Title = "That message is no longer here",
        Text = "Please send it once more.",
    };

    private static IEnumerable<Fact> Points(Briefing briefing) => briefing.Points.Count == 0
        ? []
        :
        [
            new Fact("Key points", string.Join('\n', briefing.Points.Select((point, place) =>
                $"{place + 1}. {point.Text} ({(point.AsksForDecision ? $"a decision, {point.Place}" : point.Place)})"))),
        ];

    private static Fact Asks(TopicFound topic) => new($"{topic.Name} will ask", string.Join('\n', topic.Prompts));

    private static IEnumerable<Fact> Terms(Briefing briefing) =>
        briefing.Terms.Take(MostTerms).Select(term => new Fact(term.Name, term.Meaning));

    private static IEnumerable<ChoiceRow> Consent(PrepSheet sheet, string? host)
    {
        if (host is null)
        {
            yield break;
        }

        var id = sheet.Meeting.Id;
        yield return sheet.Person.Profile.MayAskModel switch
        {
            null => new ChoiceRow(
                $"It would look for the key points too, at {host}. Your questions, comments and answers are never sent.",
                [
                    new Choice("Yes, it may", SheetAction.On(SheetAction.Model, id, "yes")),
                    new Choice("No, keep it here", SheetAction.On(SheetAction.Model, id, "no")),
                ])
            { Label = "May a language model read what you paste?" },
            true => new ChoiceRow(null, [new Choice($"Stop sending pre-reads to {LongText.Cut(host, 40)}", SheetAction.On(SheetAction.Model, id, "no"))]),
            false => new ChoiceRow(null, [new Choice($"Let the model at {LongText.Cut(host, 40)} read it too", SheetAction.On(SheetAction.Model, id, "yes"))]),
        };
    }

    private static string Source(PrepSheet sheet, string? modelHost)
    {
        var preRead = sheet.PreRead!;
        var size = string.Create(CultureInfo.InvariantCulture, $"{(preRead.IsCut ? "From the first" : "From")} {preRead.Text.Length:N0} characters");
        return (preRead.Briefing.FromModel, sheet.Person.Profile.MayAskModel) switch
        {
            (true, _) => $"{size}. A language model chose the key points; the words are the author's.",
            (false, true) => $"{size}, in the author's words. What the language model chooses takes their place when it is there.",
            _ when modelHost is null => $"{size}, in the author's words. Nothing of it left this service.",
            _ => $"{size}, in the author's words.",
        };
    }
}
