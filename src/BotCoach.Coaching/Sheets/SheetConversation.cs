using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Working on a sheet: every tap and every line is stored before it is shown.</summary>
internal sealed class SheetConversation(
    PrepSheets sheets, SheetView view, PointOffers offers, PointRemarks remarks, PreReading preReading, TimeProvider clock)
{
    /// <summary>A button of a sheet.</summary>
    public async Task<TurnDecision> PressAsync(ButtonTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var (id, first, second, third) = SheetAction.Read(turn.Action);
        if (await sheets.FindAsync(person, id, cancellationToken) is not { } sheet)
        {
            return TurnDecision.Say(turn, MeetingCards.Gone(person.Language));
        }

        return turn.Action.Name switch
        {
            _ when sheet.Meeting.IsCancelled => TurnDecision.Say(turn, view.Of(sheet, SheetAction.Overview)),
            SheetAction.Show => TurnDecision.Say(turn, view.Of(sheet, first)) with
            {
                ForModel = first == SheetAction.PreRead ? preReading.ForModel(sheet) : null,
            },
            SheetAction.Write => Write(turn, sheet, first, second),
            SheetAction.Send => preReading.Await(turn, sheet),
            SheetAction.Model => preReading.Consent(turn, sheet, first == "yes"),
            SheetAction.Known => Know(turn, sheet, first, second, third),
            SheetAction.Lead when Enum.TryParse<SheetLead>(first, out var lead) => ChangeLead(turn, sheet, lead),
            _ => Save(turn, sheet, Changed(turn.Action.Name, sheet, first, second, third), PartAfter(turn.Action.Name, first)),
        };
    }

    /// <summary>A form of a sheet.</summary>
    public async Task<TurnDecision> SubmitAsync(FormTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var state = FormState.Read(turn);
        var (part, about) = SheetForm.Read(state.Detail);
        if (await sheets.FindAsync(person, state.Subject, cancellationToken) is not { } sheet)
        {
            return new TurnDecision(state.Show(person.Language, turn, MeetingCards.Gone(person.Language), CardAnswer.PostKey(turn)));
        }

        var fields = new FormValues(person.Language, turn.Values);
        var text = fields.Text(SheetForm.Field, Math.Max(SheetForm.MaxLength(part), TextOf(sheet, part, about).Length));
        if (text.Length == 0)
        {
            fields.Refuse(SheetForm.Field, SheetFormTexts.In(person.Language).NothingHere);
        }

        if (fields.Errors.Count > 0)
        {
            return new TurnDecision(new ChatAnswer { Errors = fields.Errors });
        }

        if (SheetForm.PartBehind(part) == SheetAction.PreRead)
        {
            return await preReading.TakeAsync(turn, state, sheet, text, isMore: part == SheetAction.MorePreRead, cancellationToken);
        }

        return Written(sheet.Meeting, part, about, text) is { } meeting
            ? Saved(sheet, meeting, card => state.Show(person.Language, turn, card, CardAnswer.PostKey(turn)), SheetForm.PartBehind(part))
            : new TurnDecision(new ChatAnswer { Errors = [new FieldError(SheetForm.Field, SheetFormTexts.In(person.Language).ThreeAreThere)] });
    }

    /// <summary>Opens the form of a part, for a new text or for one that is there.</summary>
    private TurnDecision Write(ButtonTurn turn, PrepSheet sheet, string part, string about)
    {
        var isNew = PointOf(sheet.Meeting, part, about) is null;
        var isPossible = SheetAction.KindOf(part) is not { } kind
            || !isNew
            || (sheet.Meeting.PointsOf(kind).Count < Meeting.MaxPoints && (about.Length == 0 || offers.Find(sheet, kind, about) is not null));
        return isPossible
            ? new TurnDecision(new ChatAnswer { Form = SheetForm.Of(sheet.Person.Language, turn, sheet.Meeting, part, about, TextOf(sheet, part, about)) })
            : TurnDecision.Say(turn, view.Of(sheet, part));
    }

    /// <summary>What stands in the form of a part at first.</summary>
    private string TextOf(PrepSheet sheet, string part, string about) => part switch
    {
        // A longer one would come back cut from a channel that shows less, and its end would be lost.
        SheetAction.PreRead when sheet.PreRead is { Text.Length: <= FormField.MaxShownLength } whole => whole.Text,
        SheetAction.OwnGoal => SmallGoal.Find(sheet.Meeting.Goal) is null ? sheet.Meeting.Goal : "",
        SheetAction.OtherView => sheet.Meeting.OtherView,
        _ when SheetAction.KindOf(part) is { } kind =>
            PointOf(sheet.Meeting, part, about)?.Text ?? offers.Find(sheet, kind, about)?.Text ?? "",
        _ => "",
    };

    private static MeetingPoint? PointOf(Meeting meeting, string part, string id) =>
        SheetAction.KindOf(part) is { } kind ? meeting.PointsOf(kind).FirstOrDefault(point => point.Id == id) : null;

    /// <summary>The meeting with what was written into a form; null when there is no room for it.</summary>
    private static Meeting? Written(Meeting meeting, string part, string about, string text) => part switch
    {
        SheetAction.OwnGoal => meeting with { Goal = text },
        SheetAction.OtherView => meeting.View(text),
        _ when SheetAction.KindOf(part) is { } kind => meeting.Change(kind, about, text) ?? meeting.Add(kind, new MeetingPoint(text))?.Settle(about),
        _ => meeting,
    };

    private Meeting Changed(string action, PrepSheet sheet, string first, string second, string third)
    {
        var meeting = sheet.Meeting;
        var kind = SheetAction.KindOf(first);
        return action switch
        {
            SheetAction.Drop when kind is { } of => meeting.Drop(of, second),
            SheetAction.Drop when first == SheetAction.OtherView => meeting.View(""),
            SheetAction.Take when kind is { } of && offers.Find(sheet, of, second) is { IsUnfinished: false } offer =>
                meeting.Add(of, new MeetingPoint(offer.Text) { IsCarriedOver = offer.IsLeftOver })?.Settle(offer.Id) ?? meeting,
            SheetAction.Dismiss when kind is not null => meeting.Settle(second),
            SheetAction.Use => Plain(sheet, first, second, third),
            SheetAction.Keep when RemarkOf(sheet, first, second, third) is { } remark => meeting.Keep(remark.Subject),
            SheetAction.Goal when SmallGoal.Find(first) is { } goal => meeting with { Goal = SmallGoal.Words(sheet.Person.Language, goal) },
            SheetAction.First => EndingCard.Openings(sheet.Person.Language, meeting).Where(opening => new MeetingPoint(opening.Text).Id == first)
                .Select(opening => meeting with { FirstPoint = opening.Text }).FirstOrDefault(meeting),
            _ => meeting,
        };
    }

    private Meeting Plain(PrepSheet sheet, string part, string point, string remark)
    {
        var meeting = sheet.Meeting;
        var text = PointOf(meeting, part, point)?.Text ?? (part == SheetAction.OtherView ? meeting.OtherView : "");
        return text.Length == 0 || remarks.Replaced(sheet, text, remark) is not { } plain
            ? meeting
            : SheetAction.KindOf(part) is { } kind ? meeting.Change(kind, point, plain) ?? meeting : meeting.View(plain);
    }

    private PointRemark? RemarkOf(PrepSheet sheet, string part, string point, string id)
    {
        var on = part == SheetAction.OtherView && sheet.Meeting.OtherView.Length > 0
            ? view.Remark(sheet, new MeetingPoint(sheet.Meeting.OtherView), PointKind.Comment)
            : PointOf(sheet.Meeting, part, point) is { } found && SheetAction.KindOf(part) is { } kind ? view.Remark(sheet, found, kind) : null;
        return on?.Id == id ? on : null;
    }

    private TurnDecision Know(ButtonTurn turn, PrepSheet sheet, string part, string point, string id)
    {
        if (RemarkOf(sheet, part, point, id) is not PointRemark.Words { Remark: { Kind: PlainLanguageRemarkKind.Abbreviation, Written: var written } })
        {
            return TurnDecision.Say(turn, view.Of(sheet, SheetForm.PartBehind(part)));
        }

        var word = written.ToLowerInvariant();
        var knowing = sheet with { CompanyWords = sheet.CompanyWords.Append(word).ToHashSet(StringComparer.Ordinal) };
        return TurnDecision.Say(turn, view.Of(knowing, SheetForm.PartBehind(part))) with
        {
            Writes = [CompanyWord.Save(turn.Person, word, clock.GetUtcNow())],
        };
    }

    private TurnDecision ChangeLead(ButtonTurn turn, PrepSheet sheet, SheetLead lead)
    {
        var now = clock.GetUtcNow();
        if (sheet.Meeting.Lead == lead && !sheet.Person.HasEndedSince(sheet.Meeting))
        {
            return TurnDecision.Say(turn, view.Of(sheet, SheetAction.Overview));
        }

        var meeting = sheet.Meeting with { Lead = lead, HasOwnLead = true, Version = TurnVersion.Of(turn), SavedAt = now };
        var changed = sheet with { Meeting = meeting };
        return TurnDecision.Say(turn, view.Of(changed, SheetAction.Overview)) with
        {
            Writes = [MeetingRow.Save(turn.Person, meeting, sheet.Version)],
            Due = MeetingMessages.Due(changed, now),
        };
    }

    private static string PartAfter(string action, string part) => action switch
    {
        SheetAction.Goal or SheetAction.First => SheetAction.Ending,
        _ => SheetForm.PartBehind(part),
    };

    private TurnDecision Save(ButtonTurn turn, PrepSheet sheet, Meeting meeting, string part) =>
        Saved(sheet, meeting, card => CardAnswer.To(turn, card), part);

    private TurnDecision Saved(PrepSheet sheet, Meeting meeting, Func<Card, ChatAnswer> answer, string part) =>
        new(answer(view.Of(sheet with { Meeting = meeting }, part)))
        {
            Writes = meeting == sheet.Meeting ? [] : [MeetingRow.Save(sheet.Person.Address, meeting, sheet.Version)],
        };
}
