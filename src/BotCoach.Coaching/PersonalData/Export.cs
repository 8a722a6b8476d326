using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Everything about a person, for them to keep.</summary>
/// <param name="Json">For machines: every row with its values.</param>
/// <param name="Text">For people: the same in Markdown, without the coach's own bookkeeping.</param>
public sealed record PersonalExport(string Json, string Text);

/// <summary>Makes exports.</summary>
public sealed class Export
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PersonalRows _rows;
    private readonly PracticeCatalogue _catalogue;
    private readonly People _people;
    private readonly TimeProvider _clock;

    internal Export(PersonalRows rows, PracticeCatalogue catalogue, People people, TimeProvider clock) =>
        (_rows, _catalogue, _people, _clock) = (rows, catalogue, people, clock);

    /// <summary>Makes the export of a person.</summary>
    public async Task<PersonalExport> MakeAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        var rows = await _rows.ReadAsync(person, await _rows.FirstDayAsync(person, cancellationToken), [], cancellationToken);
        var state = await _people.ReadAsync(person, cancellationToken);
        return new PersonalExport(Json(person, rows), Text(state, rows));
    }

    private string Json(PersonAddress person, IReadOnlyList<PersonalRow> rows)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("exportedAt", _clock.GetUtcNow());
            json.WriteString("channel", person.Channel);
            json.WriteString("workspace", person.Workspace);
            json.WriteString("person", person.Person);
            foreach (var table in rows.GroupBy(row => row.Table, StringComparer.Ordinal))
            {
                json.WriteStartArray(JsonNamingPolicy.CamelCase.ConvertName(table.Key));
                foreach (var (_, row) in table)
                {
                    json.WriteStartObject();
                    json.WriteString("row", row.Key.Row);
                    foreach (var (name, value) in row.Properties)
                    {
                        json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
                        JsonSerializer.Serialize(json, value, value.GetType());
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private string Text(PersonState state, IReadOnlyList<PersonalRow> rows)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# What BotCoach keeps about {state.Profile.Name ?? "you"}")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Made on {Show(_clock.GetUtcNow())}. Times are those of {state.Zone.Id}.");
        Section("Profile",
        [
            $"met on {Show(state.Profile.MetAt)}",
            $"zone {state.Profile.Zone ?? "not known"}{(state.Profile.OwnZone is { } own ? $", you chose {own}" : "")}",
            $"language {state.Profile.Locale ?? "not known"}{(state.Profile.OwnLanguage is { } chosen ? $", you chose {chosen.Name}" : "")}",
            $"meeting sheets {SettingWords.Lead(state.Language, state.Profile.SheetLead)}",
        ]);
        Section("Plan", state.Plan is { } plan ? Planned(plan) : []);
        Section("Answers", Of(PeopleTable.Name, "reply ").Select(Reply.Read).OrderBy(reply => reply.AnsweredAt).Select(Line));
        Section("Meetings", Of(PeopleTable.Name, PeopleTable.MeetingPrefix).Select(MeetingRow.Read).OrderBy(meeting => meeting.StartsAt).SelectMany(Lines));
        Section("Nudges that were sent", Of(DeliveriesTable.Name, "").Select(row => $"{row.Key.Row.Split(' ')[^1]}: {row.Properties.Text("Outcome")}"));
        Section("Groups", Of(GroupsTable.Name, "member ").Select(row => $"{row.Key.Row.Split(' ')[^1]}: {row.Properties.Text("Status")}"));
        Section(
            "Counted in your groups' figures, under a name that nobody can read",
            Of(PulseTable.Name, "").Select(row => string.Join(", ", row.Properties.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} {value.Value}")))));
        return text.AppendLine().AppendLine("The file beside this one holds every row as it is stored.").ToString();

        IEnumerable<TableRow> Of(string table, string prefix) =>
            rows.Where(row => row.Table == table && row.Row.Key.Row.StartsWith(prefix, StringComparison.Ordinal)).Select(row => row.Row);

        void Section(string title, IEnumerable<string> lines)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
            var any = false;
            foreach (var line in lines)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"- {line.ReplaceLineEndings(" ")}");
                any = true;
            }

            if (!any)
            {
                text.AppendLine("Nothing.");
            }
        }

        string Show(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, state.Zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

        IEnumerable<string> Planned(Plan plan)
        {
            yield return $"{PlanCards.NameOf(state.Language, plan)}, {plan.Status.ToString().ToLowerInvariant()} since {Show(plan.Since)}";
            yield return $"nudges {SettingWords.Nudges(state.Language, plan)}, working days {Weekdays.List(state.Language, plan.Cadence.WorkingDays)}, quiet hours {SettingWords.QuietHours(state.Language, plan.Cadence)}";
            if (plan.PracticesOff.Count > 0)
            {
                yield return $"left out: {string.Join(", ", plan.PracticesOff.Order(StringComparer.Ordinal).Select(id => _catalogue.Find(id)?.Title ?? id))}";
            }
        }

        string Line(Reply reply)
        {
            var practice = _catalogue.Find(reply.Nudge.Topic);
            var value = reply.Value is null ? null : practice?.CheckIn.Describe(reply.Value) ?? reply.Value;
            return $"{Show(reply.AnsweredAt)}, {practice?.Title ?? reply.Nudge.Topic}: {string.Join(", ", new[] { value, reply.Line }.OfType<string>())}";
        }

        IEnumerable<string> Lines(Meeting meeting)
        {
            yield return $"{meeting.Name}, {Show(meeting.StartsAt)}{(meeting.IsCancelled ? ", called off" : "")}";
            foreach (var point in meeting.Questions.Select(question => $"question: {question}").Concat(meeting.Comments.Select(comment => $"comment: {comment}")))
            {
                yield return point;
            }

            foreach (var (label, words) in new[] { ("goal", meeting.Goal), ("to say first", meeting.FirstPoint), ("pre-read", meeting.Agenda), ("learned", meeting.Learned) })
            {
                if (!string.IsNullOrEmpty(words))
                {
                    yield return $"{label}: {words}";
                }
            }
        }
    }
}
