using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

public sealed class GroupConversationTests : IAsyncLifetime
{
    private readonly Directory _directory = new();
    private CoachDesk _desk = null!;

    private PersonAddress Ben => _desk.Anna with { Person = "ben" };

    private PersonAddress Carla => _desk.Anna with { Person = "carla" };

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync(configure: services => services
        .AddSingleton<IPeopleDirectory>(_directory)
        .AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna" })));

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Whoever_is_no_lead_gets_one_answer_to_everything()
    {
        await _desk.CommandAsync("coach", "group new Platform");
        foreach (var words in new[] { "lead", "group", "group Platform", "group new Other", "lead add", "group Nowhere" })
        {
            await _desk.CommandAsync("coach", words, Ben);
            Assert.Equal("This is for programme leads", _desk.Reply!.Title);
        }

        Assert.Equal("Platform", Assert.Single(await GroupsAsync()).Name);
    }

    [Fact]
    public async Task A_lead_names_another_and_the_last_one_stays()
    {
        await TakeAsync("lead add @ben", _desk.Anna, Ben);
        await TakeAsync("lead remove @anna @ben", _desk.Anna, _desk.Anna, Ben);
        Assert.Equal("That is the only lead", _desk.Reply!.Title);

        await _desk.CommandAsync("coach", "group", Ben);
        Assert.Equal("No groups yet", _desk.Reply!.Title);
    }

    [Fact]
    public async Task A_group_is_made_once_however_often_its_turn_comes()
    {
        var turn = Command("group new Platform", _desk.Anna);
        await _desk.TakeAsync(turn);
        await _desk.TakeAsync(turn);
        await _desk.CommandAsync("coach", "group new platform");

        Assert.Equal("There is a group of that name", _desk.Reply!.Title);
        Assert.Single(await GroupsAsync());
        Assert.Equal(_desk.Anna.Home, Assert.Single(await _desk.Get<GroupsTable>().WorkspacesAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task People_who_are_mentioned_are_invited_and_decide_for_themselves()
    {
        await _desk.CommandAsync("coach", "group new Platform");
        await TakeAsync("group platform add @ben @carla", _desk.Anna, Ben, Carla);
        Assert.Equal("2 people invited. Each decides for themselves; I don't say who did.", _desk.Reply!.Text);

        var invitation = Assert.IsType<NudgeDecision.Send>(await DecideAsync(Ben));
        Assert.Equal("You are invited: Platform", invitation.Card.Title);
        await _desk.PressAsync(invitation.Card, "Accept", Ben);
        await _desk.PressAsync(invitation.Card, "No thanks", Carla);

        Assert.Equal(MemberStatus.Accepted, await StatusAsync(Ben));
        Assert.Equal(MemberStatus.Declined, await StatusAsync(Carla));
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(Ben));
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(Carla));
    }

    [Fact]
    public async Task Whoever_said_no_is_not_asked_again()
    {
        await _desk.CommandAsync("coach", "group new Platform");
        await TakeAsync("group Platform add @ben", _desk.Anna, Ben);
        await _desk.PressAsync(((NudgeDecision.Send)await DecideAsync(Ben)).Card, "No thanks", Ben);
        await TakeAsync("group Platform add @ben", _desk.Anna, Ben);

        Assert.Equal("Nobody new is among them, so nobody was invited.", _desk.Reply!.Text);
        Assert.Equal(MemberStatus.Declined, await StatusAsync(Ben));
    }

    [Fact]
    public async Task A_stay_begins_with_the_week_after_and_a_return_is_another_one()
    {
        await _desk.CommandAsync("coach", "group new Platform");
        await TakeAsync("group Platform add @ben", _desk.Anna, Ben);
        var invitation = ((NudgeDecision.Send)await DecideAsync(Ben)).Card;
        await _desk.PressAsync(invitation, "Accept", Ben);
        _desk.Clock.Advance(TimeSpan.FromDays(21));
        await _desk.CommandAsync("coach", "groups", Ben);
        await _desk.PressAsync(_desk.Reply!, "Leave", Ben);
        await _desk.PressAsync(invitation, "Accept", Ben);

        var member = (await _desk.Get<GroupsTable>().OfPersonAsync(Ben, CancellationToken.None)).Single();
        Assert.Equal(
            [new Stay(new IsoWeek(2026, 49), new IsoWeek(2026, 51)), new Stay(new IsoWeek(2026, 52), null)],
            member.Stays);
    }

    [Fact]
    public async Task Where_people_are_listed_by_channel_alone_the_lead_is_told_so_until_the_coach_is_in_one()
    {
        _directory.NeedsCollections = true;
        _directory.Add("ben@example.com", Ben);
        await _desk.CommandAsync("coach", "group new Platform");
        await LookUpAsync();
        Assert.StartsWith("I find people by e-mail in the channels and group chats that I am in", Problem(), StringComparison.Ordinal);

        var channel = new CollectionNotice(_desk.Anna.Home, "https://example.com/ 19:channel#1", IsMember: true);
        var collections = _desk.Get<ICollectionNoticeHandler>();
        await collections.HandleAsync(channel with { Workspace = channel.Workspace with { Workspace = "T10" } }, CancellationToken.None);
        await LookUpAsync();
        Assert.NotNull(Problem());
        await collections.HandleAsync(channel, CancellationToken.None);
        await collections.HandleAsync(channel, CancellationToken.None);
        Assert.Equal([channel.Collection], await _desk.Get<Collections>().OfAsync(channel.Workspace, CancellationToken.None));
        await LookUpAsync();
        Assert.Equal("1 person would be invited.", _desk.Last.Card.Text);

        await collections.HandleAsync(channel with { IsMember = false }, CancellationToken.None);
        await collections.HandleAsync(channel with { IsMember = false }, CancellationToken.None);
        await LookUpAsync();
        Assert.NotNull(Problem());

        async Task LookUpAsync()
        {
            await _desk.CommandAsync("coach", "group Platform");
            await _desk.PressAsync(_desk.Reply!, "Invite people");
            await _desk.SubmitAsync(_desk.Form!, ("emails", "ben@example.com"));
        }

        string? Problem() => _desk.Last.Card.Facts.SingleOrDefault(fact => fact.Label == "To look at")?.Value;
    }

    [Fact]
    public async Task A_list_of_addresses_is_looked_up_before_anybody_is_invited()
    {
        _directory.Add("ben@example.com", Ben);
        _directory.Add("carla@example.com", Carla);
        await _desk.CommandAsync("coach", "group new Platform");
        await _desk.CommandAsync("coach", "group Platform");
        await _desk.PressAsync(_desk.Reply!, "Invite people");
        await _desk.SubmitAsync(_desk.Form!, ("emails", "E-mail;Name\nben@example.com;Ben\n\"carla@example.com\"\nnobody@example.com\nBEN@example.com\nnot an address\n"));

        var dryRun = _desk.Last.Card;
        Assert.Equal("2 people would be invited.", dryRun.Text);
        var problems = dryRun.Facts.Single(fact => fact.Label == "To look at").Value.Split('\n');
        Assert.Equal(
            ["Line 5: BEN@example.com stands there twice.", "Line 6: \u201cnot an address\u201d is not an e-mail address.", "Line 4: nobody here has nobody@example.com."],
            problems);
        Assert.Null(await StatusAsync(Ben));

        await _desk.PressAsync(_desk.Last, "Invite 2 people");
        Assert.Equal(MemberStatus.Invited, await StatusAsync(Ben));
        await _desk.PressAsync(dryRun, "Invite 2 people");
        Assert.IsType<NudgeDecision.Send>(await DecideAsync(Carla));
    }

    [Theory]
    [InlineData("group Platform pause 24 nov to 27 nov")]
    [InlineData("grupo Platform pausa 24 nov hasta 27 nov")]
    [InlineData("grupo platform pausar del 24 de noviembre al viernes 27 de noviembre")]
    public async Task A_pause_is_set_by_its_days_in_words(string words)
    {
        await _desk.CommandAsync("coach", "grupo crear Platform");
        await _desk.CommandAsync("coach", words);

        var pause = Assert.Single(await _desk.Get<GroupsTable>().PausesAsync(_desk.Anna.Home, CancellationToken.None));
        Assert.Equal((new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 28)), (pause.From, pause.Until));
    }

    [Fact]
    public async Task A_lead_is_named_and_taken_back_in_spanish()
    {
        await TakeAsync("líder añadir @ben", _desk.Anna, Ben);
        Assert.True(await _desk.Get<Leads>().IsLeadAsync(Ben, CancellationToken.None));

        await TakeAsync("líder quitar @ben", _desk.Anna, Ben);
        Assert.False(await _desk.Get<Leads>().IsLeadAsync(Ben, CancellationToken.None));
    }

    [Fact]
    public async Task A_pause_of_the_group_moves_its_peoples_nudges_behind_it()
    {
        await _desk.CommandAsync("coach", "group new Platform");
        await TakeAsync("group Platform add @ben", _desk.Anna, Ben);
        await _desk.PressAsync(((NudgeDecision.Send)await DecideAsync(Ben)).Card, "Accept", Ben);
        await _desk.CommandAsync("coach", "plan active", Ben);
        var due = (await DueAsync(Ben)).Single(nudge => nudge.Kind == NudgeKind.Practice);
        due = due with { DueAt = due.DueAt.AddDays(1) };
        await _desk.CommandAsync("coach", "group Platform pause 24 nov to 27 nov");

        var moved = Assert.IsType<NudgeDecision.Move>(await _desk.Get<NudgeDecider>().DecideAsync(due, due.DueAt, CancellationToken.None));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 8, 15, 0, TimeSpan.Zero), moved.To.DueAt.ToUniversalTime());

        await _desk.CommandAsync("coach", "try speak-early", Ben);
        await _desk.PressAsync(_desk.Last.Card, "Tomorrow", Ben);
        var putOff = (await DueAsync(Ben)).Single(nudge => nudge.Kind == NudgeKind.PutOff);
        var later = Assert.IsType<NudgeDecision.Move>(await _desk.Get<NudgeDecider>().DecideAsync(putOff, putOff.DueAt, CancellationToken.None));
        Assert.Equal(moved.To.DueAt, later.To.DueAt);

        await _desk.CommandAsync("coach", "plan active", Carla);
        var other = (await DueAsync(Carla)).Single();
        other = other with { DueAt = other.DueAt.AddDays(1) };
        Assert.IsType<NudgeDecision.Send>(await _desk.Get<NudgeDecider>().DecideAsync(other, other.DueAt, CancellationToken.None));
    }

    [Fact]
    public async Task Deleting_a_group_is_asked_twice_and_takes_its_memberships_with_it()
    {
        await _desk.CommandAsync("coach", "group new Platform");
        await TakeAsync("group Platform add @ben", _desk.Anna, Ben);
        await _desk.CommandAsync("coach", "group Platform delete");
        Assert.Single(await GroupsAsync());
        await _desk.PressAsync(_desk.Reply!, "Delete the group");

        Assert.Empty(await GroupsAsync());
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(Ben));
        await _desk.Get<InsightsUpdate>().RunAsync(_desk.Anna.Home, CancellationToken.None);
        Assert.Null(await StatusAsync(Ben));
    }

    [Fact]
    public async Task Whoever_accepts_without_a_plan_is_offered_the_groups_first()
    {
        await _desk.CommandAsync("coach", "group new Platform");
        await _desk.CommandAsync("coach", "group Platform plan light");
        await TakeAsync("group Platform add @ben", _desk.Anna, Ben);
        await _desk.PressAsync(((NudgeDecision.Send)await DecideAsync(Ben)).Card, "Accept", Ben);

        var offer = _desk.Last.Card;
        Assert.Equal("Your group starts with Light. You choose what fits you.", offer.Text);
        Assert.Equal("Light", offer.Choices.SelectMany(row => row.Choices).Single(choice => choice.IsPrimary).Label);
    }

    private Task<ChatAnswer> TakeAsync(string text, PersonAddress person, params PersonAddress[] mentioned) =>
        _desk.TakeAsync(Command(text, person) with { Mentioned = mentioned });

    private CommandTurn Command(string text, PersonAddress person) => new()
    {
        Id = Guid.NewGuid().ToString(),
        Person = person,
        Conversation = RecordingChannel.Direct(person),
        At = _desk.Clock.GetUtcNow(),
        Command = "coach",
        Text = text,
    };

    private Task<IReadOnlyList<Group>> GroupsAsync() => _desk.Get<GroupsTable>().GroupsAsync(_desk.Anna.Home, CancellationToken.None);

    private async Task<MemberStatus?> StatusAsync(PersonAddress person) =>
        (await _desk.Get<GroupsTable>().OfPersonAsync(person, CancellationToken.None)).SingleOrDefault()?.Status;

    private async Task<NudgeDecision> DecideAsync(PersonAddress person)
    {
        var due = (await DueAsync(person)).First(nudge => nudge.Kind == NudgeKind.Invitation);
        return await _desk.Get<NudgeDecider>().DecideAsync(due, _desk.Clock.GetUtcNow(), CancellationToken.None);
    }

    private async Task<IReadOnlyList<DueNudge>> DueAsync(PersonAddress person)
    {
        var shard = _desk.Get<ShardMap>().Of(person);
        var (rows, _) = await _desk.Get<DueTable>().ReadDueAsync(shard, _desk.Clock.GetUtcNow().AddDays(30), "", CancellationToken.None);
        return [.. rows.Select(row => row.Nudge).Where(nudge => nudge.Person == person)];
    }

    private sealed class Directory : IPeopleDirectory
    {
        private readonly Dictionary<string, PersonAddress> _people = new(StringComparer.OrdinalIgnoreCase);

        public string Name => RecordingChannel.ChannelName;

        /// <summary>Whether people are listed nowhere but in the groups of the platform that the bot is in.</summary>
        public bool NeedsCollections { get; set; }

        public void Add(string email, PersonAddress person) => _people.Add(email, person);

        public Task<DirectoryAnswer> FindByEmailAsync(
            WorkspaceAddress workspace, IReadOnlyCollection<string> emails, IReadOnlyCollection<string> collections, CancellationToken cancellationToken) =>
            Task.FromResult<DirectoryAnswer>(NeedsCollections && collections.Count == 0 ? new DirectoryAnswer.Unlisted() : new DirectoryAnswer.Found(
                [.. emails.Where(_people.ContainsKey).Select(email => new DirectoryEntry(_people[email], email))]));

        public Task<DirectoryAnswer> MembersAsync(WorkspaceAddress workspace, string collection, CancellationToken cancellationToken) =>
            Task.FromResult<DirectoryAnswer>(new DirectoryAnswer.Failed("none"));
    }
}
