using System.Net;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.EndToEnd;

/// <summary>Two hosts on one table service answer the same person at the same moment.</summary>
public sealed class TwoHostsTests : IAsyncLifetime
{
    // Each round is another person, with all of their turns at once.
    private const int Rounds = 4;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private HostOnSlack _world = null!;
    private HostProcess[] _hosts = [];
    private SlackRequests[] _ways = [];

    public async Task InitializeAsync()
    {
        _world = await HostOnSlack.StartAsync(StoreKind.AzureTables);
        _hosts = await Task.WhenAll(_world.RunHostAsync(), _world.RunAnotherHostAsync());
        _ways = [.. _hosts.Select(host => new SlackRequests(host.Address, LocalWorkspace.SigningSecret))];
    }

    public async Task DisposeAsync()
    {
        Array.ForEach(_ways, way => way.Dispose());
        await _world.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_turn_of_one_person_has_its_effect_once_and_takes_nothing_from_another(bool eachToBoth)
    {
        var people = await _world.Store.EnrolAsync(Rounds);
        await _world.Store.WaitUntilNothingIsDueAsync();

        foreach (var person in people)
        {
            var conversation = await _world.DirectConversationAsync(person.Person);
            var nudge = Assert.Single(await _world.MessagesToAsync(person.Person));
            var meeting = await _world.Store.AddMeetingAsync(person);
            var turns = Turns(person, conversation, nudge, meeting);

            await Task.WhenAll(turns.SelectMany((turn, place) =>
                (eachToBoth ? _ways : [_ways[place % _ways.Length]]).Select(way => DeliverAsync(way, person, turn))));

            await AssertNothingIsLostAsync(person, meeting);
            Assert.Equal(turns.Count, (await _world.Store.RowsAsync(person, "turn ")).Count);
            Assert.Equal(["nudge", "help"], (await _world.MessagesToAsync(person.Person))
                .Select(message => message.Ts == nudge.Ts ? "nudge" : message.Shown.Contains("What you can ask for", StringComparison.Ordinal) ? "help" : message.Shown));
        }
    }

    /// <summary>Two that change the reply to the nudge, four that change the meeting, one that changes the plan, and one that posts.</summary>
    private static IReadOnlyList<Turn> Turns(PersonAddress person, string conversation, SlackMessage nudge, string meeting)
    {
        return
        [
            Tap(nudge.Buttons.Single(button => button.Label == "4").ActionId, nudge.Buttons.Single(button => button.Label == "4").Value),
            Message("words of their own"),
            Tap("meeting.spoke#0", $"{meeting}|Early"),
            Tap("meeting.asked#2", $"{meeting}|2"),
            Tap("meeting.commented#1", $"{meeting}|1"),
            Tap("meeting.goal#0", $"{meeting}|Met"),
            new("pause", SlackRequests.Command(person.Person, "/coach", "pause for 2 weeks", "pause")),
            Message("help"),
        ];

        Turn Tap(string action, string value) =>
            new(action, SlackRequests.Tap(person.Person, conversation, nudge.Ts, action, value, trigger: action));

        Turn Message(string text) => new(text, SlackRequests.Message(person.Person, conversation, text, eventId: text));
    }

    private async Task AssertNothingIsLostAsync(PersonAddress person, string meeting)
    {
        var reply = Assert.Single(await _world.Store.RowsAsync(person, "reply ")).Properties;
        Assert.Equal((4, "words of their own"), (reply.Number("Number"), reply.Text("Line")));

        var told = (await _world.Store.FindAsync(PeopleTable.Meeting(person, meeting)))!.Properties;
        Assert.Equal(("Early", 2, 1, "Met"), (told.Text("Spoke"), told.Number("Asked"), told.Number("Commented"), told.Text("GoalResult")));

        Assert.Equal("Paused", (await _world.Store.FindAsync(PeopleTable.Plan(person)))!.Properties.Text("Status"));
    }

    /// <summary>
    /// Brings a turn until it has had its effect. Slack does so with a message that was refused; a person who is told that
    /// a tap or a command was not done does it again.
    /// </summary>
    private Task DeliverAsync(SlackRequests way, PersonAddress person, Turn turn) => Poll.UntilAsync(
        async () => (await way.PostAsync(turn.Body)).Status == HttpStatusCode.OK
            && await _world.Store.FindAsync(PeopleTable.Turn(person, turn.Id)) is not null,
        _patience,
        $"the turn '{turn.Id}' to be taken",
        () => string.Join(Environment.NewLine, _hosts.Select(host => host.Output)));

    private sealed record Turn(string Id, string Body);
}
