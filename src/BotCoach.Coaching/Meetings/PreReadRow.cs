using System.Globalization;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A pre-read as it stands in the store: its words in as many columns as they need, and what was found in them.</summary>
internal static class PreReadRow
{
    public static RowWrite Save(PersonAddress person, string meeting, StoredPreRead preRead) => new RowWrite.Upsert
    {
        Key = PeopleTable.PreRead(person, meeting),
        Properties = Write(preRead),
    };

    public static RowProperties Write(StoredPreRead preRead)
    {
        var briefing = preRead.Briefing;
        var properties = new RowProperties
        {
            { "PastedAt", preRead.PastedAt },
            { "IsCut", preRead.IsCut },
            { "Language", briefing.Language.ToString() },
            { "FromModel", briefing.FromModel },
        };
        TextColumns.Add(properties, "Text", preRead.Text);
        foreach (var (index, point) in briefing.Points.Index())
        {
            var name = Numbered("Point", index);
            properties.Add(name, point.Text);
            // In words for nodes of the earlier release, beside which this one may run.
            properties.Add($"{name}Place", point.Place.ToString());
            properties.Add($"{name}PlaceKind", point.Place.Kind.ToString());
            properties.Add($"{name}PlaceName", point.Place.Name);
            properties.Add($"{name}PlaceDay", point.Place.Day);
            properties.Add($"{name}AsksForDecision", point.AsksForDecision);
        }

        foreach (var (index, topic) in briefing.Topics.Index())
        {
            var name = Numbered("Topic", index);
            properties.Add(name, topic.Topic.ToString());
            properties.Add($"{name}Name", topic.Name);
            properties.Add($"{name}Prompts", string.Join('\n', topic.Prompts));
            properties.Add($"{name}Words", string.Join('\n', topic.Words));
        }

        foreach (var (index, term) in briefing.Terms.Index())
        {
            var name = Numbered("Term", index);
            properties.Add(name, term.Name);
            properties.Add($"{name}Written", term.Written);
            properties.Add($"{name}Meaning", term.Meaning);
        }

        return properties;
    }

    public static StoredPreRead Read(TableRow row) => new()
    {
        Text = TextColumns.Read(row.Properties, "Text") ?? throw new InvalidDataException("A stored pre-read has no text."),
        PastedAt = row.Required(row.Properties.Time("PastedAt"), "PastedAt"),
        IsCut = row.Required(row.Properties.Flag("IsCut"), "IsCut"),
        Briefing = new Briefing
        {
            Language = row.RequiredEnum<PreReadLanguage>("Language"),
            FromModel = row.Required(row.Properties.Flag("FromModel"), "FromModel"),
            Points =
            [
                .. Named(row, "Point").Select(name => new KeyPoint
                {
                    Text = row.Required(name),
                    Place = PlaceOf(row, name),
                    AsksForDecision = row.Required(row.Properties.Flag($"{name}AsksForDecision"), $"{name}AsksForDecision"),
                }),
            ],
            Topics =
            [
                .. Named(row, "Topic").Select(name => new TopicFound
                {
                    Topic = row.RequiredEnum<Topic>(name),
                    Name = row.Required($"{name}Name"),
                    Prompts = Lines(row.Required($"{name}Prompts")),
                    Words = Lines(row.Required($"{name}Words")),
                }),
            ],
            Terms =
            [
                .. Named(row, "Term").Select(name => new TermFound
                {
                    Name = row.Required(name),
                    Written = row.Required($"{name}Written"),
                    Meaning = row.Required($"{name}Meaning"),
                }),
            ],
        },
    };

    private static PreReadPlace PlaceOf(TableRow row, string point) => row.Properties.Text($"{point}PlaceKind") is null
        ? new PreReadPlace { Kind = PreReadPlaceKind.InWords, Name = row.Required($"{point}Place") }
        : new PreReadPlace
        {
            Kind = row.RequiredEnum<PreReadPlaceKind>($"{point}PlaceKind"),
            Name = row.Properties.Text($"{point}PlaceName") ?? "",
            Day = row.Properties.Text($"{point}PlaceDay") ?? "",
        };

    private static IEnumerable<string> Named(TableRow row, string column) =>
        Enumerable.Range(0, row.Properties.Count).Select(index => Numbered(column, index)).TakeWhile(name => row.Properties.Text(name) is not null);

    private static string Numbered(string column, int index) => column + (index + 1).ToString(CultureInfo.InvariantCulture);

    // Prompts and words come from our own data and from single lines: none holds a line break.
    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');
}
