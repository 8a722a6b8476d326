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
        var language = sheet.Person.Language;
        var texts = PreReadTexts.In(language);
        var meeting = sheet.Meeting;
        var briefing = sheet.Briefing;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = texts.Title(meeting.Name),
            Text = sheet.PreRead switch
            {
                null => texts.NothingPasted,
                { Briefing.Points.Count: 0 } => texts.NoPoint,
                _ => texts.ReadOnceMore,
            },
            Facts = [.. Points(language, briefing), .. briefing.Topics.Select(topic => Asks(language, topic)), .. Terms(language, briefing)],
            Choices =
            [
                .. Consent(sheet, modelHost),
                new ChoiceRow(null,
                [
                    new Choice(sheet.PreRead is null ? texts.PasteIt : texts.PasteAnother, SheetAction.On(SheetAction.Write, meeting.Id, SheetAction.PreRead)) { IsPrimary = sheet.PreRead is null },
                    .. sheet.PreRead is null ? [] : new[] { new Choice(texts.AddMore, SheetAction.On(SheetAction.Write, meeting.Id, SheetAction.MorePreRead)) },
                    new Choice(texts.SendAsMessage, SheetAction.On(SheetAction.Send, meeting.Id)),
                    SheetCards.Back(language, meeting),
                ]),
            ],
            Context = sheet.PreRead is null ? null : Source(sheet, modelHost),
        };
    }

    /// <summary>Says what to do now that the pre-read comes as a message.</summary>
    /// <param name="language">The person's language.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="isThere">Whether there is a pre-read already.</param>
    public static Card Awaited(Language language, Meeting meeting, bool isThere)
    {
        var texts = PreReadTexts.In(language);
        return new Card
        {
            Sign = CardSign.Notes,
            Title = texts.AwaitedTitle(meeting.Name),
            Text = isThere ? $"{texts.Awaited(PreRead.MaxLength)} {texts.FirstTakesThePlace}" : texts.Awaited(PreRead.MaxLength),
            Context = texts.ShortIsAnAnswer(Reply.MaxLineLength),
            Choices = [new ChoiceRow(null, [SheetCards.Back(language, meeting)])],
        };
    }

    /// <summary>Asks for which meeting a long message is meant.</summary>
    public static Card WhichMeeting(Language language, IReadOnlyList<Meeting> coming, string message, int length, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = PreReadTexts.In(language);
        return new Card
        {
            Sign = CardSign.Notes,
            Title = texts.WhichMeeting,
            Text = length > PreRead.MaxLength ? texts.KeptFirst(PreRead.MaxLength) : texts.Kept(length),
            Choices =
            [
                .. coming.Select(meeting => new ChoiceRow(null,
                [
                    new Choice(LongText.Cut($"{meeting.Name}, {When.Show(language, meeting.StartsAt, now, zone)}", 70), new CardAction(LongMessages.ForAction, $"{message}|{meeting.Id}")),
                ])),
                new ChoiceRow(null,
                [
                    new Choice(texts.AnotherMeeting, new CardAction(LongMessages.NewAction, message)),
                    new Choice(texts.ForgetIt, new CardAction(LongMessages.ForgetAction, message)),
                ]),
            ],
            Context = texts.LengthOfAnswer(Reply.MaxLineLength),
        };
    }

    public static Card Forgotten(Language language) => new()
    {
        Title = PreReadTexts.In(language).Forgotten,
        Text = PreReadTexts.In(language).NothingKept,
    };

    public static Card MessageGone(Language language) => new()
    {
        Title = PreReadTexts.In(language).MessageGone,
        Text = PreReadTexts.In(language).SendOnceMore,
    };

    private static IEnumerable<Fact> Points(Language language, Briefing briefing) => briefing.Points.Count == 0
        ? []
        :
        [
            new Fact(
                SheetTexts.In(language).KeyPoints,
                string.Join('\n', briefing.Points.Select((point, place) => $"{place + 1}. {point.Text} ({PlaceOf(language, point)})"))),
        ];

    private static string PlaceOf(Language language, KeyPoint point) =>
        point.AsksForDecision ? PreReadTexts.In(language).Decision(point.Place.In(language)) : point.Place.In(language);

    private static Fact Asks(Language language, TopicFound topic) =>
        new(SheetTexts.In(language).WillAsk(topic.Name), string.Join('\n', topic.Prompts));

    private static IEnumerable<Fact> Terms(Language language, Briefing briefing) =>
        briefing.Terms.Take(MostTerms).Select(term => new Fact(term.Name, term.Meaning));

    private static IEnumerable<ChoiceRow> Consent(PrepSheet sheet, string? host)
    {
        if (host is null)
        {
            yield break;
        }

        var texts = PreReadTexts.In(sheet.Person.Language);
        var id = sheet.Meeting.Id;
        yield return sheet.Person.Profile.MayAskModel switch
        {
            null => new ChoiceRow(
                texts.WhatModelWouldDo(host),
                [
                    new Choice(texts.YesItMay, SheetAction.On(SheetAction.Model, id, "yes")),
                    new Choice(texts.KeepItHere, SheetAction.On(SheetAction.Model, id, "no")),
                ])
            { Label = texts.MayModelRead },
            true => new ChoiceRow(null, [new Choice(texts.StopSending(LongText.Cut(host, 40)), SheetAction.On(SheetAction.Model, id, "no"))]),
            false => new ChoiceRow(null, [new Choice(texts.LetModelRead(LongText.Cut(host, 40)), SheetAction.On(SheetAction.Model, id, "yes"))]),
        };
    }

    private static string Source(PrepSheet sheet, string? modelHost)
    {
        var texts = PreReadTexts.In(sheet.Person.Language);
        var preRead = sheet.PreRead!;
        var length = preRead.Text.Length;
        if (preRead.Briefing.FromModel)
        {
            return $"{(preRead.IsCut ? texts.ReadFirst(length) : texts.Read(length))} {texts.ModelChose}";
        }

        var inOwnWords = preRead.IsCut ? texts.ReadFirstInOwnWords(length) : texts.ReadInOwnWords(length);
        return sheet.Person.Profile.MayAskModel is true
            ? $"{inOwnWords} {texts.ModelWillChoose}"
            : modelHost is null ? $"{inOwnWords} {texts.NothingLeft}" : inOwnWords;
    }
}
