using BotCoach.Slack;
using BotCoach.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Host.Tests;

/// <summary>Tokens that live twelve hours, on two nodes that share a store.</summary>
public sealed class TokenRotationTests : IAsyncLifetime
{
    private static readonly TimeSpan _life = TimeSpan.FromHours(12);

    private readonly MovableClock _clock = new();
    private InstallableSlack _slack = null!;
    private RunningHost _first = null!;
    private RunningHost _second = null!;

    public async Task InitializeAsync()
    {
        _slack = await InstallableSlack.StartAsync();
        _slack.TokenSeconds = (int)_life.TotalSeconds;
        _first = await StartAsync();
        _second = await StartAsync(("Storage:Sqlite:Path", _first.StorePath));
        await using var visitor = _first.Visitor();
        await visitor.GetAsync("/slack/install");
    }

    public async Task DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_renewed_ahead_of_its_end_once_however_many_ask_on_both_nodes_and_each_has_a_good_one_meanwhile()
    {
        var before = await TokenAsync(_first);
        Assert.Equal(before, await TokenAsync(_second));
        _clock.Advance(_life - TimeSpan.FromHours(1));
        var gate = new TaskCompletionSource();
        _slack.Gate = gate.Task;
        var asking = Enumerable.Range(0, 40).Select(number => TokenAsync(number % 2 == 0 ? _first : _second)).ToList();
        await Poll.UntilAsync(() => Task.FromResult(asking.Count(one => one.IsCompleted) >= 38), Poll.Patience, "all others to go on with the token that they have");
        gate.SetResult();
        var tokens = await Task.WhenAll(asking);
        _clock.Advance(TimeSpan.FromSeconds(31));

        var after = await TokenAsync(_first);
        Assert.NotEqual(before, after);
        Assert.Equal(after, await TokenAsync(_second));
        Assert.All(tokens, token => Assert.Contains(token, new[] { before, after }));
        Assert.Equal(1, _slack.Renewals);
    }

    [Fact]
    public async Task A_token_that_has_ended_is_waited_for()
    {
        var before = await TokenAsync(_first);
        _clock.Advance(_life + TimeSpan.FromHours(30));
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => TokenAsync(number % 2 == 0 ? _first : _second)));

        Assert.Single(tokens.Distinct());
        Assert.NotEqual(before, tokens[0]);
        Assert.Equal(1, _slack.Renewals);
    }

    [Fact]
    public async Task A_node_that_died_while_it_renewed_keeps_the_others_waiting_a_minute_at_most()
    {
        await TokenAsync(_first);
        _clock.Advance(_life - TimeSpan.FromHours(1));
        var table = _first.Services.GetRequiredService<InstallationsTable>();
        var installation = (await table.ReadAsync("T1", CancellationToken.None))!;
        Assert.True(await table.TryLeaseAsync(installation, _clock.GetUtcNow() + TokenRotation.Lease, CancellationToken.None));
        Assert.Equal(installation.Token, await TokenAsync(_second));
        Assert.Equal(0, _slack.Renewals);

        _clock.Advance(TokenRotation.Lease + TimeSpan.FromSeconds(1));
        Assert.NotEqual(installation.Token, await TokenAsync(_second));
    }

    [Fact]
    public async Task When_Slack_does_not_renew_it_the_token_is_used_to_its_end_and_an_operator_is_told()
    {
        var before = await TokenAsync(_first);
        _slack.Renews = false;
        _clock.Advance(_life - TimeSpan.FromHours(1));

        Assert.Equal(before, await TokenAsync(_first));
        Assert.Contains(_first.Log, line => line.Contains("does not renew the token of workspace T1 (invalid_refresh_token)", StringComparison.Ordinal));
        Assert.DoesNotContain(_slack.Secrets, secret => string.Join('\n', _first.Log).Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_app_that_is_removed_while_its_token_is_renewed_stays_removed()
    {
        await TokenAsync(_first);
        _clock.Advance(_life - TimeSpan.FromHours(1));
        var gate = new TaskCompletionSource();
        _slack.Gate = gate.Task;
        var asking = TokenAsync(_first);
        await Poll.UntilAsync(() => Task.FromResult(_slack.Renewals == 1), Poll.Patience, "the renewal");
        Assert.True(await _second.Services.GetRequiredService<Installations>().RemoveAsync("T1", _clock.GetUtcNow(), CancellationToken.None));
        gate.SetResult();

        Assert.Null(await asking);
        Assert.Null(await TokenAsync(_second));
        Assert.Null(await _first.Services.GetRequiredService<ITableStore>().Table(InstallationsTable.Name).ReadAsync(new RowKey("T1", "slack"), CancellationToken.None));
    }

    [Fact]
    public async Task A_removal_that_is_told_late_leaves_a_later_installation_alone()
    {
        var removedAt = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await using var visitor = _first.Visitor();
        await visitor.GetAsync("/slack/install");

        Assert.False(await _first.Services.GetRequiredService<Installations>().RemoveAsync("T1", removedAt, CancellationToken.None));
        Assert.NotNull(await TokenAsync(_second));
    }

    private static async Task<string?> TokenAsync(RunningHost host) =>
        (await host.Services.GetRequiredService<ISlackInstallations>().FindAsync("T1", CancellationToken.None) as SlackTokenLookup.Found)?.Token;

    private Task<RunningHost> StartAsync(params (string Key, string Value)[] changes) => RunningHost.StartAsync(
        _clock,
        [
            ("environment", "Development"),
            ("Slack:SigningSecret", "hush-signing-secret"),
            ("Slack:ClientId", InstallableSlack.ClientId),
            ("Slack:ClientSecret", InstallableSlack.ClientSecret),
            ("Slack:ApiBaseUrl", _slack.Address),
            .. changes,
        ]);
}
