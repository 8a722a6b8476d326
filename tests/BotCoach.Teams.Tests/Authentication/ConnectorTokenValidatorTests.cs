using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BotCoach.Teams.Tests;

public sealed class ConnectorTokenValidatorTests : IAsyncLifetime
{
    private Gatehouse _gate = null!;

    public async Task InitializeAsync() => _gate = await Gatehouse.OpenAsync();

    public async Task DisposeAsync() => await _gate.DisposeAsync();

    [Fact]
    public async Task A_token_of_the_connector_is_accepted_with_what_it_proves()
    {
        var accepted = Assert.IsType<TokenVerdict.Accepted>(await _gate.CheckAsync(_gate.Token()));

        Assert.Equal(new ConnectorClaims(Gatehouse.AppId, "msteams", new Uri(Gatehouse.ServiceUrl)), accepted.Claims);
    }

    [Fact]
    public async Task The_scheme_is_read_in_any_case() =>
        (await _gate.Validator.CheckAsync($"bearer {_gate.Token()}", "msteams", Gatehouse.ServiceUrl, default)).IsAccepted();

    [Fact]
    public async Task An_app_id_configured_in_capitals_is_the_same_app_id()
    {
        await using var gate = await Gatehouse.OpenAsync(
            new Dictionary<string, string?> { ["Teams:AppId"] = Gatehouse.AppId.ToUpperInvariant() });

        (await gate.CheckAsync(gate.Token())).IsAccepted();
    }

    [Fact]
    public async Task An_expired_token_is_accepted_within_the_skew()
    {
        var token = _gate.Token();
        _gate.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(299));

        (await _gate.CheckAsync(token)).IsAccepted();
    }

    [Fact]
    public async Task An_expired_token_is_refused_beyond_the_skew()
    {
        var token = _gate.Token();
        _gate.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(300));

        (await _gate.CheckAsync(token)).IsRefused(RefusalReason.Expired);
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, nameof(RefusalReason.NotYetValid))]
    public async Task A_token_may_start_in_the_future_by_no_more_than_the_skew(int seconds, string? expected)
    {
        var start = _gate.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds;

        var verdict = await _gate.CheckAsync(_gate.Token(claims => claims["nbf"] = start));

        Assert.Equal(expected, (verdict as TokenVerdict.Refused)?.Reason.ToString());
    }

    public static TheoryData<string, object?, string> BadClaims() => new()
    {
        { "iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", nameof(RefusalReason.WrongIssuer) },
        { "iss", "https://api.botframework.com/", nameof(RefusalReason.WrongIssuer) },
        { "iss", "https://api.botframework.us", nameof(RefusalReason.WrongIssuer) },
        { "iss", null, nameof(RefusalReason.WrongIssuer) },
        { "aud", "00000000-0000-0000-0000-000000000000", nameof(RefusalReason.WrongAudience) },
        { "aud", "", nameof(RefusalReason.WrongAudience) },
        { "aud", null, nameof(RefusalReason.WrongAudience) },
        { "aud", new[] { Gatehouse.AppId }, nameof(RefusalReason.Malformed) },
        { "serviceurl", "https://smba.trafficmanager.net/amer/", nameof(RefusalReason.WrongServiceUrl) },
        { "serviceurl", "https://smba.trafficmanager.net/emea", nameof(RefusalReason.WrongServiceUrl) },
        { "serviceurl", null, nameof(RefusalReason.WrongServiceUrl) },
        { "exp", null, nameof(RefusalReason.Malformed) },
        { "exp", "9999999999", nameof(RefusalReason.Malformed) },
        { "exp", 1e300, nameof(RefusalReason.Malformed) },
        { "exp", long.MinValue, nameof(RefusalReason.Expired) },
        { "nbf", long.MaxValue, nameof(RefusalReason.NotYetValid) },
        { "nbf", "now", nameof(RefusalReason.Malformed) },
    };

    [Theory]
    [MemberData(nameof(BadClaims))]
    public async Task A_token_with_a_bad_claim_is_refused(string claim, object? value, string reason) =>
        (await _gate.CheckAsync(_gate.Token(claims => claims[claim] = value))).IsRefused(reason);

    [Theory]
    [InlineData("iss", nameof(RefusalReason.WrongIssuer))]
    [InlineData("aud", nameof(RefusalReason.WrongAudience))]
    [InlineData("serviceurl", nameof(RefusalReason.WrongServiceUrl))]
    [InlineData("exp", nameof(RefusalReason.Malformed))]
    public async Task A_token_without_a_claim_is_refused(string claim, string reason) =>
        (await _gate.CheckAsync(_gate.Token(claims => claims.Remove(claim)))).IsRefused(reason);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://smba.trafficmanager.net/EMEA/")]
    public async Task An_activity_that_names_another_service_url_than_the_token_is_refused(string? serviceUrl) =>
        (await _gate.CheckAsync(_gate.Token(), serviceUrl: serviceUrl)).IsRefused(RefusalReason.WrongServiceUrl);

    [Fact]
    public async Task A_service_url_off_the_list_is_refused_even_when_the_connector_signed_it()
    {
        const string Elsewhere = "https://smba.example.net/emea/";

        (await _gate.CheckAsync(_gate.Token(claims => claims["serviceurl"] = Elsewhere), serviceUrl: Elsewhere))
            .IsRefused(RefusalReason.ServiceUrlNotAllowed);
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_key_that_is_not_endorsed_for_the_channel_is_refused(string? channelId) =>
        (await _gate.CheckAsync(_gate.Token(), channelId)).IsRefused(RefusalReason.NotEndorsed);

    [Fact]
    public async Task A_key_without_any_endorsement_is_refused()
    {
        var bare = _gate.Forge.Published();
        bare.Remove("endorsements");
        _gate.Source.Keys = [bare];

        (await _gate.CheckAsync(_gate.Token())).IsRefused(RefusalReason.NotEndorsed);
    }

    [Fact]
    public async Task A_rogue_key_under_a_known_key_id_is_refused()
    {
        using var rogue = new TokenForge();

        (await _gate.CheckAsync(_gate.TokenBy(rogue, _gate.Forge.KeyId))).IsRefused(RefusalReason.BadSignature);
    }

    [Fact]
    public async Task A_rogue_key_under_its_own_key_id_is_refused()
    {
        using var rogue = new TokenForge("rogue");

        (await _gate.CheckAsync(_gate.TokenBy(rogue))).IsRefused(RefusalReason.UnknownKey);
    }

    [Fact]
    public async Task A_payload_that_was_changed_after_signing_is_refused()
    {
        var parts = _gate.Token().Split('.');
        var later = _gate.Payload();
        later["exp"] = _gate.Clock.GetUtcNow().AddYears(1).ToUnixTimeSeconds();

        (await _gate.CheckAsync($"{parts[0]}.{TokenForge.Encode(later)}.{parts[2]}")).IsRefused(RefusalReason.BadSignature);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    public async Task A_signature_of_another_length_is_refused(string signature)
    {
        var parts = _gate.Token().Split('.');

        (await _gate.CheckAsync($"{parts[0]}.{parts[1]}.{signature}")).IsRefused(RefusalReason.BadSignature);
    }

    [Fact]
    public async Task HS256_with_the_public_key_as_its_secret_is_refused()
    {
        var head = _gate.Forge.Header();
        head["alg"] = "HS256";
        var signed = $"{TokenForge.Encode(head)}.{TokenForge.Encode(_gate.Payload())}";
        var secret = Encoding.ASCII.GetBytes(_gate.Forge.Key.ExportSubjectPublicKeyInfoPem());
        var signature = Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)));

        (await _gate.CheckAsync($"{signed}.{signature}")).IsRefused(RefusalReason.UnsupportedAlgorithm);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("rs256")]
    [InlineData("PS256")]
    [InlineData("RS512")]
    [InlineData(null)]
    public async Task Any_algorithm_but_RS256_is_refused(string? algorithm)
    {
        var signed = _gate.Token(header: head => head["alg"] = algorithm);

        (await _gate.CheckAsync(signed)).IsRefused(RefusalReason.UnsupportedAlgorithm);
        (await _gate.CheckAsync(signed[..(signed.LastIndexOf('.') + 1)])).IsRefused(RefusalReason.UnsupportedAlgorithm);
    }

    [Fact]
    public async Task An_extension_that_must_be_understood_is_refused() =>
        (await _gate.CheckAsync(_gate.Token(header: head => head["crit"] = new[] { "b64" })))
            .IsRefused(RefusalReason.UnsupportedAlgorithm);

    [Theory]
    [InlineData(null, nameof(RefusalReason.MissingHeader))]
    [InlineData("", nameof(RefusalReason.MissingHeader))]
    [InlineData("Basic dXNlcjpwYXNz", nameof(RefusalReason.OtherScheme))]
    [InlineData("Bearer", nameof(RefusalReason.OtherScheme))]
    [InlineData("BearerX a.b.c", nameof(RefusalReason.OtherScheme))]
    [InlineData("Bearer ", nameof(RefusalReason.Malformed))]
    public async Task A_header_without_a_bearer_token_is_refused(string? header, string reason) =>
        (await _gate.Validator.CheckAsync(header, "msteams", Gatehouse.ServiceUrl, default)).IsRefused(reason);

    [Fact]
    public async Task Two_tokens_in_one_header_are_refused() =>
        (await _gate.CheckAsync($"{_gate.Token()},Bearer {_gate.Token()}")).IsRefused(RefusalReason.Malformed);

    [Fact]
    public async Task Without_an_app_id_even_a_good_token_is_refused()
    {
        await using var gate = await Gatehouse.OpenAsync(
            new Dictionary<string, string?> { ["Teams:AppId"] = "", ["Teams:TenantId"] = "" });

        (await gate.CheckAsync(gate.Token(claims => claims["aud"] = ""))).IsRefused(RefusalReason.NotConfigured);
        Assert.Equal(0, gate.Source.MetadataReads);
    }

    [Fact]
    public async Task A_refused_claim_causes_no_fetch_of_keys()
    {
        await _gate.CheckAsync(_gate.Token(claims => claims["aud"] = "another bot"));

        Assert.Equal(0, _gate.Source.MetadataReads);
    }
}
