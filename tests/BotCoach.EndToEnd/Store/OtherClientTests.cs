using System.Globalization;
using BotCoach.Coaching;

namespace BotCoach.EndToEnd;

/// <summary>
/// What a person's first week leaves in Azure Table Storage, as a client sees it that knows nothing of the coach: plain
/// names, values of their types, and no JSON but the answers that turns were given (docs/adr/0007-what-a-row-holds.md).
/// </summary>
public sealed class OtherClientTests : IAsyncLifetime
{
    // Texts that may read like something else, and why they are texts all the same.
    private static readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal)
    {
        ["WriteId"] = "the table's own mark, see docs/adr/0005-lost-answers-of-the-table-store.md",
        ["QuietFrom"] = "a time of the person's clock; the tables have instants alone",
        ["QuietUntil"] = "a time of the person's clock",
        ["FirstDay"] = "a date of the person's calendar",
        ["PausedUntil"] = "a date of the person's calendar",
        ["Message"] = "the platform's id of a message; Slack's has digits and a point",
        ["Version"] = "a name made of hexadecimal digits",
        ["Id"] = "a name made of hexadecimal digits",
        ["Subject"] = "an id",
    };

    private CoachOnSlack _coach = null!;

    private SlackMember Anna => _coach.Anna;

    public async Task InitializeAsync() => _coach = await CoachOnSlack.StartAsync(store: StoreKind.AzureTables);

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Fact]
    public async Task A_first_week_reads_as_plain_names_with_values_of_their_types()
    {
        await LiveThroughTheWeekAsync();
        var rows = new Dictionary<string, IReadOnlyList<AzuriteRow>>(StringComparer.Ordinal);
        foreach (var table in CoachingServices.Tables)
        {
            rows[table] = await AzuriteRows.ReadAllAsync(_coach.Azurite!, table);
            Assert.All(rows[table], row => Assert.All(row.Columns, column => AssertSensible($"{table}, {Kind(row)}", column.Key, column.Value)));
        }

        var people = rows[PeopleTable.Name];
        Assert.All(people, row => Assert.Equal($"slack|{LocalWorkspace.TeamId}|{LocalWorkspace.Anna.Id}", row.Partition));
        AssertHas(Single(people, "profile"), "Zone:Edm.String=Europe/Berlin", "Name:Edm.String", "MetAt:Edm.DateTime");
        AssertHas(
            Single(people, "plan"), "Template:Edm.String=active", "Status:Edm.String=Paused", "DailyCap:Edm.Int32=1", "FirstSequence:Edm.Int32",
            "WorkingDays:Edm.String=Monday,Tuesday,Wednesday,Thursday,Friday", "QuietFrom:Edm.String=18:00", "Since:Edm.DateTime");
        AssertHas(
            people.Single(row => row.Row.Contains("align-with-manager", StringComparison.Ordinal) && Kind(row) == "reply"),
            "Practice:Edm.String=align-with-manager", "Number:Edm.Int32=3", "Line:Edm.String=roadmap order changed", "AnsweredAt:Edm.DateTime");
        AssertHas(
            people.Single(row => row.Row.Contains("speak-early", StringComparison.Ordinal) && Kind(row) == "reply"), "Choice:Edm.String=early");
        AssertHas(
            Single(people, "meeting"), "Name:Edm.String=exec staff", "StartsAt:Edm.DateTime", "Minutes:Edm.Int32=60", "IsCancelled:Edm.Boolean=false",
            "Question1:Edm.String=What happens at 6 %?", "Spoke:Edm.String=Early");
        AssertHas(
            rows[DueTable.Name].First(row => row.Partition != "settings"),
            "Person:Edm.String", "Kind:Edm.String", "DueAt:Edm.DateTime", "Sequence:Edm.Int32", "EndsPause:Edm.Boolean");
        AssertHas(
            rows[DeliveriesTable.Name].First(row => row.Row.Contains("align-with-manager", StringComparison.Ordinal)),
            "Outcome:Edm.String=Sent", "At:Edm.DateTime", "Conversation:Edm.String", "Message:Edm.String");
    }

    private async Task LiveThroughTheWeekAsync()
    {
        await Anna.WriteAsync("hello");
        await Anna.PressAsync(await SeeAsync("How much should I send?"), "Active");
        await SeeAsync("You're on Active");
        await Anna.CommandAsync("/coach try align-with-manager");
        await Anna.PressAsync(await SeeAsync("How sure are you"), "3");
        await SeeAsync("You said 3 of 5");
        await Anna.WriteAsync("roadmap order changed");
        await SeeAsync("roadmap order changed");
        await Anna.CommandAsync("/coach try speak-early");
        await Anna.PressAsync(await Anna.WaitForMessageAsync(message => message.Buttons.Any(button => button.Label == "Early")), "Early");
        await SeeAsync("You said Early");

        await Anna.CommandAsync("/prep meeting exec staff in 2 hours");
        await Anna.WaitForFormAsync();
        await Anna.SubmitFormAsync();
        await Anna.PressAsync(await SeeAsync("of 5"), "Questions");
        await Anna.PressAsync(await SeeAsync("exec staff: questions"), "Write a question");
        await Anna.WaitForFormAsync();
        await Anna.SubmitFormAsync(("Your question", "What happens at 6 %?"));
        await SeeAsync("What happens at 6 %?");
        _coach.Clock.Advance(TimeSpan.FromMinutes(120 + 66));
        await Anna.PressAsync(await SeeAsync("When did you first speak?"), "Early");
        await Anna.WaitForMessageAsync(message => message.Buttons.Any(button => button.Label == "\u2713 Early"));
        await Anna.CommandAsync("/coach pause for 2 weeks");
        await Poll.UntilAsync(
            async () => (await AzuriteRows.ReadAllAsync(_coach.Azurite!, PeopleTable.Name)).Any(row => row.Columns.ContainsKey("PausedUntil")),
            Poll.Patience,
            "the pause");
    }

    private Task<SlackMessage> SeeAsync(string words) =>
        Anna.WaitForMessageAsync(message => message.Shown.Contains(words, StringComparison.Ordinal));

    private static void AssertSensible(string where, string name, AzuriteValue value)
    {
        Assert.True(char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetterOrDigit), $"{where}: {name} is no plain name.");
        if (value.Type != "Edm.String" || _texts.ContainsKey(name) || (where.EndsWith(" turn", StringComparison.Ordinal) && name.StartsWith("Answer", StringComparison.Ordinal)))
        {
            return;
        }

        var text = value.Text.Trim();
        Assert.False(text.StartsWith('{') || text.StartsWith('['), $"{where}: {name} is JSON.");
        Assert.False(
            bool.TryParse(text, out _) || Guid.TryParse(text, out _) || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                || (text.Length > 0 && char.IsAsciiDigit(text[0]) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)),
            $"{where}: {name} is a text and reads like another type: {text}");
    }

    private static void AssertHas(AzuriteRow row, params string[] columns)
    {
        var actual = row.Columns.Select(column => $"{column.Key}:{column.Value.Type}={column.Value.Text}").ToList();
        Assert.All(columns, column => Assert.Contains(
            actual, it => it == column || (!column.Contains('=', StringComparison.Ordinal) && it.StartsWith($"{column}=", StringComparison.Ordinal))));
    }

    private static AzuriteRow Single(IEnumerable<AzuriteRow> rows, string kind) => Assert.Single(rows, row => Kind(row) == kind);

    private static string Kind(AzuriteRow row) => row.Row.Split(' ')[0];
}
