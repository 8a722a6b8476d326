using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BotCoach.Chat;

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
        return new PersonalExport(Json(person, rows), new ExportText(state, rows, _catalogue.In(state.Language)).Write(_clock.GetUtcNow()));
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
}
