using System.Globalization;
using System.Text;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>The part of an export that people read: Markdown, in the language of the person.</summary>
/// <param name="state">The person.</param>
/// <param name="rows">Every row about them.</param>
/// <param name="catalogue">The practices, in their language.</param>
internal sealed class ExportText(PersonState state, IReadOnlyList<PersonalRow> rows, PracticeCatalogue catalogue)
{
    private readonly ExportTexts _texts = ExportTexts.In(state.Language);
    private readonly StringBuilder _text = new();

    /// <summary>Writes it.</summary>
    public string Write(DateTimeOffset now)
    {
        var profile = state.Profile;
        _text.AppendLine(CultureInfo.InvariantCulture, $"# {(profile.Name is { } name ? _texts.WhatIsKeptAbout(name) : _texts.WhatIsKeptAboutYou)}")
            .AppendLine()
            .AppendLine(_texts.MadeOn(Show(now), state.Zone.Id));
        Section(_texts.Profile, [_texts.MetOn(Show(profile.MetAt)), Zone(profile), Spoken(profile), _texts.SheetsCome(SettingWords.Lead(state.Language, profile.SheetLead))]);
        Section(_texts.Plan, state.Plan is { } plan ? Planned(plan) : []);
        Section(_texts.Answers, Of(PeopleTable.Name, "reply ").Select(Reply.Read).OrderBy(reply => reply.AnsweredAt).Select(Line));
        Section(_texts.Meetings, Of(PeopleTable.Name, PeopleTable.MeetingPrefix).Select(MeetingRow.Read).OrderBy(meeting => meeting.StartsAt).SelectMany(Lines));
        Section(_texts.SentNudges, Of(DeliveriesTable.Name, "").Select(row => $"{LastPart(row)}: {Outcome(row)}"));
        Section(_texts.Groups, Of(GroupsTable.Name, "member ").Select(row => $"{LastPart(row)}: {Status(row)}"));
        Section(
            _texts.CountedInFigures,
            Of(PulseTable.Name, "").Select(row => string.Join(", ", row.Properties.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} {value.Value}")))));
        return _text.AppendLine().AppendLine(_texts.EveryRow).ToString();
    }

    private IEnumerable<TableRow> Of(string table, string prefix) =>
        rows.Where(row => row.Table == table && row.Row.Key.Row.StartsWith(prefix, StringComparison.Ordinal)).Select(row => row.Row);

    private void Section(string title, IEnumerable<string> lines)
    {
        _text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        var any = false;
        foreach (var line in lines)
        {
            _text.AppendLine(CultureInfo.InvariantCulture, $"- {line.ReplaceLineEndings(" ")}");
            any = true;
        }

        if (!any)
        {
            _text.AppendLine(_texts.Nothing);
        }
    }

    private string Show(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, state.Zone).ToString(_texts.MomentPattern, state.Language.Culture);

    private string Zone(Profile profile) => profile.OwnZone is { } own
        ? _texts.InOwnZone(profile.Zone ?? _texts.NotKnown, own)
        : _texts.InZone(profile.Zone ?? _texts.NotKnown);

    private string Spoken(Profile profile) => profile.OwnLanguage is { } own
        ? _texts.InOwnLanguage(profile.Locale ?? _texts.NotKnown, own.Name)
        : _texts.InLanguage(profile.Locale ?? _texts.NotKnown);

    private IEnumerable<string> Planned(Plan plan)
    {
        var (named, since) = (PlanCards.NameOf(state.Language, plan), Show(plan.Since));
        yield return plan.Status switch
        {
            PlanStatus.Active => _texts.ActiveSince(named, since),
            PlanStatus.Paused => _texts.PausedSince(named, since),
            PlanStatus.Stopped => _texts.StoppedSince(named, since),
            _ => _texts.UnreachableSince(named, since),
        };
        yield return _texts.Rhythm(SettingWords.Nudges(state.Language, plan), Weekdays.List(state.Language, plan.Cadence.WorkingDays), SettingWords.QuietHours(state.Language, plan.Cadence));
        if (plan.PracticesOff.Count > 0)
        {
            yield return _texts.LeftOut(string.Join(", ", plan.PracticesOff.Order(StringComparer.Ordinal).Select(id => catalogue.Find(id)?.Title ?? id)));
        }
    }

    private string Line(Reply reply)
    {
        var practice = catalogue.Find(reply.Nudge.Topic);
        var value = reply.Value is null ? null : practice?.CheckIn.Describe(reply.Value) ?? reply.Value;
        return $"{Show(reply.AnsweredAt)}, {practice?.Title ?? reply.Nudge.Topic}: {string.Join(", ", new[] { value, reply.Line }.OfType<string>())}";
    }

    private IEnumerable<string> Lines(Meeting meeting) =>
    [
        meeting.IsCancelled ? _texts.CalledOff(meeting.Name, Show(meeting.StartsAt)) : $"{meeting.Name}, {Show(meeting.StartsAt)}",
        .. meeting.Questions.Select(question => _texts.Question(question.Text)),
        .. meeting.Comments.Select(comment => _texts.Comment(comment.Text)),
        .. IfAny(meeting.Goal, _texts.Goal),
        .. IfAny(meeting.FirstPoint, _texts.FirstPoint),
        .. IfAny(meeting.Agenda, _texts.PreRead),
        .. IfAny(meeting.Learned, _texts.Learned),
    ];

    private string Outcome(TableRow row) => row.RequiredEnum<DeliveryOutcome>("Outcome") switch
    {
        DeliveryOutcome.Sent => _texts.WasSent,
        DeliveryOutcome.SkippedLate => _texts.WasTooLate,
        _ => _texts.WasNotSent,
    };

    private string Status(TableRow row) => row.RequiredEnum<MemberStatus>("Status") switch
    {
        MemberStatus.Invited => _texts.WasInvited,
        MemberStatus.Accepted => _texts.HasAccepted,
        MemberStatus.Declined => _texts.HasDeclined,
        _ => _texts.HasLeft,
    };

    // The words, where there are any.
    private static IEnumerable<string> IfAny(string? words, Func<string, string> say) => string.IsNullOrEmpty(words) ? [] : [say(words)];

    private static string LastPart(TableRow row) => row.Key.Row.Split(' ')[^1];
}
