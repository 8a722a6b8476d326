using System.Security.Cryptography;
using System.Text.Json;

namespace BotCoach.Teams.Tests;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private static readonly TokenForge Next = new("connector-2");
    private Gatehouse _gate = null!;

    public async Task InitializeAsync() => _gate = await Gatehouse.OpenAsync();

    public async Task DisposeAsync() => await _gate.DisposeAsync();

    private void RollOver() => _gate.Source.Keys = [Next.Published("msteams")];

    private Task<TokenVerdict> CheckNowAsync() => _gate.CheckAsync(_gate.Token());

    private Task<TokenVerdict> CheckNextAsync() => _gate.CheckAsync(_gate.TokenBy(Next));

    [Fact]
    public async Task The_keys_are_fetched_once_and_kept()
    {
        for (var i = 0; i < 5; i++)
        {
            (await CheckNowAsync()).IsAccepted();
            _gate.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal((1, 1), (_gate.Source.MetadataReads, _gate.Source.KeyReads));
    }

    [Fact]
    public async Task A_key_rolled_over_while_running_is_accepted_after_one_refetch()
    {
        (await CheckNowAsync()).IsAccepted();
        RollOver();

        (await CheckNextAsync()).IsAccepted();
        (await CheckNextAsync()).IsAccepted();
        (await CheckNowAsync()).IsRefused(RefusalReason.UnknownKey);

        Assert.Equal(2, _gate.Source.KeyReads);
    }

    [Fact]
    public async Task A_flood_of_unknown_key_ids_causes_no_flood_of_refetches()
    {
        (await CheckNowAsync()).IsAccepted();
        for (var i = 0; i < 100; i++)
        {
            (await _gate.CheckAsync(_gate.TokenBy(Next, $"invented-{i}"))).IsRefused(RefusalReason.UnknownKey);
            (await CheckNowAsync()).IsAccepted();
        }

        Assert.Equal(2, _gate.Source.KeyReads);
    }

    [Fact]
    public async Task After_a_flood_a_new_key_is_found_when_the_interval_is_over()
    {
        (await CheckNowAsync()).IsAccepted();
        (await _gate.CheckAsync(_gate.TokenBy(Next, "invented"))).IsRefused(RefusalReason.UnknownKey);
        RollOver();

        _gate.Clock.Advance(SigningKeys.RefetchInterval - TimeSpan.FromSeconds(1));
        (await CheckNextAsync()).IsRefused(RefusalReason.UnknownKey);
        _gate.Clock.Advance(TimeSpan.FromSeconds(1));
        (await CheckNextAsync()).IsAccepted();

        Assert.Equal(3, _gate.Source.KeyReads);
    }

    [Fact]
    public async Task Many_at_once_wait_for_one_fetch()
    {
        var gate = new TaskCompletionSource();
        _gate.Source.Gate = gate.Task;

        var checks = Enumerable.Range(0, 50).Select(_ => CheckNowAsync()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(checks), verdict => verdict.IsAccepted());
        Assert.Equal(1, _gate.Source.MetadataReads);
    }

    [Fact]
    public async Task Whoever_stops_waiting_does_not_stop_the_fetch_for_the_others()
    {
        var gate = new TaskCompletionSource();
        _gate.Source.Gate = gate.Task;
        using var leaving = new CancellationTokenSource();

        var first = _gate.Validator.CheckAsync($"Bearer {_gate.Token()}", "msteams", Gatehouse.ServiceUrl, leaving.Token);
        var second = CheckNowAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        (await second).IsAccepted();
        Assert.Equal(1, _gate.Source.MetadataReads);
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_is_refused_from_theNext_day()
    {
        (await CheckNowAsync()).IsAccepted();
        RollOver();

        _gate.Clock.Advance(SigningKeys.RefreshAfter - TimeSpan.FromSeconds(1));
        (await CheckNowAsync()).IsAccepted();
        _gate.Clock.Advance(TimeSpan.FromSeconds(1));
        (await CheckNowAsync()).IsRefused(RefusalReason.UnknownKey);
    }

    [Fact]
    public async Task In_an_outage_the_keys_go_on_serving_for_five_days_and_no_longer()
    {
        (await CheckNowAsync()).IsAccepted();
        _gate.Source.IsDown = true;

        _gate.Clock.Advance(TimeSpan.FromDays(5));
        (await CheckNowAsync()).IsAccepted();
        _gate.Clock.Advance(TimeSpan.FromSeconds(1));
        (await CheckNowAsync()).IsRefused(RefusalReason.KeysUnavailable);
    }

    [Fact]
    public async Task In_an_outage_a_source_that_does_not_answer_is_asked_only_now_and_then()
    {
        (await CheckNowAsync()).IsAccepted();
        _gate.Source.IsDown = true;
        _gate.Clock.Advance(SigningKeys.RefreshAfter);

        for (var i = 0; i < 10; i++)
        {
            (await CheckNowAsync()).IsAccepted();
        }

        Assert.Equal(2, _gate.Source.MetadataReads);
        _gate.Clock.Advance(SigningKeys.RefetchInterval);
        (await CheckNowAsync()).IsAccepted();
        Assert.Equal(3, _gate.Source.MetadataReads);
    }

    [Fact]
    public async Task After_an_outage_the_keys_are_renewed()
    {
        (await CheckNowAsync()).IsAccepted();
        _gate.Source.IsDown = true;
        _gate.Clock.Advance(TimeSpan.FromDays(6));
        (await CheckNowAsync()).IsRefused(RefusalReason.KeysUnavailable);

        _gate.Source.IsDown = false;
        _gate.Clock.Advance(SigningKeys.RetryInterval);
        (await CheckNowAsync()).IsAccepted();
    }

    [Fact]
    public async Task Without_any_keys_everything_is_refused_until_the_source_answers()
    {
        _gate.Source.IsDown = true;
        for (var i = 0; i < 10; i++)
        {
            (await CheckNowAsync()).IsRefused(RefusalReason.KeysUnavailable);
        }

        Assert.Equal(1, _gate.Source.MetadataReads);
        _gate.Source.IsDown = false;
        _gate.Clock.Advance(SigningKeys.RetryInterval - TimeSpan.FromSeconds(1));
        (await CheckNowAsync()).IsRefused(RefusalReason.KeysUnavailable);
        _gate.Clock.Advance(TimeSpan.FromSeconds(1));
        (await CheckNowAsync()).IsAccepted();
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_is_an_outage()
    {
        await using var gate = await Gatehouse.OpenAsync();
        await gate.Source.DisposeAsync();

        (await gate.CheckAsync(gate.Token())).IsRefused(RefusalReason.KeysUnavailable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":null}""")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[null,{}]}""")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"connector-1","k":"AAAA"}]}""")]
    public async Task A_key_set_that_holds_no_key_takes_none_away(string keySet)
    {
        (await CheckNowAsync()).IsAccepted();
        _gate.Source.KeySetText = keySet;
        _gate.Clock.Advance(SigningKeys.RefreshAfter);

        (await CheckNowAsync()).IsAccepted();
        Assert.Equal(2, _gate.Source.KeyReads);
    }

    [Fact]
    public async Task A_key_set_beyond_measure_is_not_read()
    {
        var keySet = JsonSerializer.Serialize(new { keys = new[] { _gate.Forge.Published("msteams") } });
        _gate.Source.KeySetText = keySet + new string(' ', SigningKeys.MaxAnswerSize - keySet.Length + 1);

        (await CheckNowAsync()).IsRefused(RefusalReason.KeysUnavailable);
        _gate.Source.KeySetText = keySet + new string(' ', SigningKeys.MaxAnswerSize - keySet.Length);
        _gate.Clock.Advance(SigningKeys.RetryInterval);
        (await CheckNowAsync()).IsAccepted();
    }

    [Fact]
    public async Task A_source_that_never_answers_is_an_outage_after_a_few_seconds()
    {
        var gate = new TaskCompletionSource();
        _gate.Source.Gate = gate.Task;

        // In real seconds: the time-out is the connection's, not the clock's.
        var verdict = await CheckNowAsync().WaitAsync(SigningKeys.AnswerTimeout * 4);
        gate.SetResult();

        verdict.IsRefused(RefusalReason.KeysUnavailable);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"jwks_uri":"keys"}""")]
    [InlineData("""{"jwks_uri":"http://keys.example.net/keys"}""")]
    [InlineData("""{"jwks_uri":"file:///etc/passwd"}""")]
    public async Task Metadata_that_points_to_no_safe_address_is_not_followed(string metadata)
    {
        _gate.Source.MetadataText = metadata;

        (await CheckNowAsync()).IsRefused(RefusalReason.KeysUnavailable);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await KeySource.StartAsync(_gate.Forge.Published("msteams"));
        _gate.Source.RedirectKeysTo = $"{other.Address}/v1/.well-known/keys";

        (await CheckNowAsync()).IsRefused(RefusalReason.KeysUnavailable);
        Assert.Equal(0, other.KeyReads);
    }

    [Fact]
    public async Task A_key_that_cannot_be_used_does_not_spoil_the_others()
    {
        using var weak = RSA.Create(1024);
        var small = _gate.Forge.Published("msteams");
        small["n"] = System.Buffers.Text.Base64Url.EncodeToString(weak.ExportParameters(false).Modulus);
        var encryption = _gate.Forge.Published("msteams");
        encryption["use"] = "enc";
        var other = _gate.Forge.Published("msteams");
        other["alg"] = "PS256";
        var nonsense = _gate.Forge.Published("msteams");
        nonsense["n"] = "!";
        var empty = _gate.Forge.Published("msteams");
        empty["n"] = "";
        var noExponent = _gate.Forge.Published("msteams");
        noExponent["e"] = "";
        _gate.Source.Keys = [small, encryption, other, nonsense, empty, noExponent, null, _gate.Forge.Published("msteams")];

        (await CheckNowAsync()).IsAccepted();
    }

    [Fact]
    public async Task A_key_of_less_than_2048_bits_is_not_used()
    {
        using var weak = RSA.Create(1024);
        var small = Next.Published("msteams");
        small["n"] = System.Buffers.Text.Base64Url.EncodeToString(weak.ExportParameters(false).Modulus);
        _gate.Source.Keys = [small, _gate.Forge.Published("msteams")];

        (await CheckNextAsync()).IsRefused(RefusalReason.UnknownKey);
    }
}
