using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.EndToEnd;

/// <summary>A programme lead invites people of a team, as Playground's Connector lists them. It lets nobody mention the team itself.</summary>
public sealed class EnrolmentOnTeamsTests : IAsyncLifetime
{
    private static readonly WorkspaceAddress _tenant = new("teams", PlaygroundTenant.TenantId);

    private CoachOnTeams _coach = null!;

    public async Task InitializeAsync() =>
        _coach = await CoachOnTeams.StartAsync(leads: $"teams:{PlaygroundTenant.TenantId}:{PlaygroundTenant.Anna.ObjectId}");

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Fact]
    public async Task By_mention_and_by_a_list_of_addresses()
    {
        var (ben, chloe, dev) = (PlaygroundTenant.Others[0], PlaygroundTenant.Others[1], PlaygroundTenant.Others[2]);
        await _coach.Anna.WriteAsync("coach group new Platform");
        await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("Fewer than five people", StringComparison.Ordinal));
        await _coach.Anna.MentionAsync("coach group Platform add", PlaygroundTenant.Channel, ben, chloe);
        await Poll.UntilAsync(async () => await IsInvitedAsync(ben) && await IsInvitedAsync(chloe), Poll.Patience, "both to be invited");

        // That the bot is in the team is known from the mention.
        await _coach.Anna.WriteAsync("coach group Platform");
        var group = await _coach.Anna.WaitForMessageAsync(message => message.Buttons.Any(button => button.Title == "Invite people"));
        await _coach.Anna.PressAsync(group, "Invite people");
        var form = await _coach.Anna.WaitForMessageAsync(message => message.Inputs.Count == 1);
        await _coach.Anna.SubmitAsync(form, form.Buttons[0].Title, (form.Inputs[0].Id, "dev@northwind.example\nben@northwind.example\nnobody@northwind.example"));
        var dryRun = await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("1 person would be invited", StringComparison.Ordinal));
        Assert.Contains("nobody here has nobody@northwind.example", dryRun.Shown, StringComparison.Ordinal);
        Assert.False(await IsInvitedAsync(dev));
        await _coach.Anna.PressAsync(dryRun, "Invite 1 person");
        await Poll.UntilAsync(() => IsInvitedAsync(dev), Poll.Patience, "Dev to be invited");
    }

    private async Task<bool> IsInvitedAsync(TeamsPerson person)
    {
        var store = _coach.OpenStore();
        await using var _ = (IAsyncDisposable)store;
        await store.EnsureTablesAsync([GroupsTable.Name], CancellationToken.None);
        var members = await new GroupsTable(store).OfPersonAsync(new PersonAddress(_tenant.Channel, _tenant.Workspace, person.ObjectId), CancellationToken.None);
        return members.Count == 1;
    }
}
