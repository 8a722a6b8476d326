using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

public sealed class FirstLeadTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    private PersonAddress Anna => _desk.Anna;

    private PersonAddress Ben => Anna with { Person = "ben" };

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Whoever_installs_the_coach_leads_and_names_others()
    {
        Assert.True(await NameFirstAsync(Anna));
        Assert.True(await NameFirstAsync(Anna));

        Assert.Equal([Anna], await LeadsAsync(Anna));
        await _desk.CommandAsync("coach", "group new Platform");
        Assert.Equal("Platform", _desk.Reply!.Title);
    }

    [Fact]
    public async Task Whoever_installs_it_again_changes_nothing()
    {
        await NameFirstAsync(Anna);

        Assert.False(await NameFirstAsync(Ben));
        Assert.Equal([Anna], await LeadsAsync(Anna));
    }

    [Fact]
    public async Task Another_workspace_has_a_first_lead_of_its_own()
    {
        var elsewhere = Ben with { Workspace = "T2" };
        await NameFirstAsync(Anna);

        Assert.True(await NameFirstAsync(elsewhere));
        Assert.Equal([elsewhere], await LeadsAsync(elsewhere));
        Assert.Equal([Anna], await LeadsAsync(Anna));
    }

    [Fact]
    public async Task A_lead_of_the_configuration_is_the_first_one_already()
    {
        await using var desk = await CoachDesk.OpenAsync(configure: services => services
            .AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna" })));

        Assert.False(await desk.Get<Leads>().NameFirstAsync(Ben, CancellationToken.None));
        Assert.True(await desk.Get<Leads>().NameFirstAsync(Anna, CancellationToken.None));
        Assert.Empty(await desk.Get<GroupsTable>().LeadsAsync(Anna.Home, CancellationToken.None));
    }

    [Fact]
    public async Task When_the_only_lead_is_forgotten_the_next_installer_leads()
    {
        await NameFirstAsync(Anna);
        await _desk.SayAsync("hello");
        await _desk.PressAsync(ErasureCards.Really(Language.English), "Erase everything", Anna);

        Assert.True(await NameFirstAsync(Ben));
        Assert.Equal([Ben], await LeadsAsync(Ben));
    }

    private Task<bool> NameFirstAsync(PersonAddress installer) => _desk.Get<Leads>().NameFirstAsync(installer, CancellationToken.None);

    private Task<IReadOnlyList<PersonAddress>> LeadsAsync(PersonAddress person) => _desk.Get<Leads>().OfAsync(person.Home, CancellationToken.None);
}
