using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BotCoach.Slack.Tests;

public sealed class SignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1531420618);
    private static readonly byte[] _body = "token=x&command=%2Fprep&text=meeting"u8.ToArray();

    [Fact]
    public void A_good_signature_is_taken() => Assert.True(Check(At(0), Signed(0)));

    [Fact]
    public void The_example_of_Slacks_documentation_is_taken()
    {
        // docs.slack.dev, verifying requests from Slack: secret, body, time and signature stand there.
        var body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"u8;
        Assert.True(Check("1531420618", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", body));
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-86_400, false)]
    public void A_request_may_be_five_minutes_off_in_either_direction(int seconds, bool taken) =>
        Assert.Equal(taken, Check(At(seconds), Signed(seconds)));

    [Fact]
    public void A_signature_by_another_secret_is_refused() =>
        Assert.False(Check(At(0), SlackWorld.Sign("another", At(0), _body)));

    [Fact]
    public void A_changed_body_is_refused() =>
        Assert.False(Check(At(0), Signed(0), "token=x&command=%2Fprep&text=Meeting"u8));

    [Fact]
    public void A_changed_timestamp_is_refused() => Assert.False(Check(At(1), Signed(0)));

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v0=zz")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("ünïcode")]
    public void A_garbled_signature_is_refused(string signature) => Assert.False(Check(At(0), signature));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1531420618")]
    [InlineData(" 1531420618")]
    [InlineData("1531420618.5")]
    [InlineData("99999999999999999999999")]
    [InlineData("9223372036854775807")]
    public void A_garbled_timestamp_is_refused_even_when_it_is_signed(string timestamp) =>
        Assert.False(Check(timestamp, SlackWorld.Sign(Secret, timestamp, _body)));

    [Fact]
    public void Missing_headers_are_refused()
    {
        Assert.False(Check(StringValues.Empty, Signed(0)));
        Assert.False(Check(At(0), StringValues.Empty));
    }

    [Fact]
    public void Doubled_headers_are_refused()
    {
        Assert.False(Check(new StringValues([At(0), At(0)]), Signed(0)));
        Assert.False(Check(At(0), new StringValues([Signed(0), Signed(0)])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_secret_everything_is_refused_even_what_is_signed_with_nothing(string? secret) =>
        Assert.False(Check(At(0), SlackWorld.Sign(secret ?? "", At(0), _body), _body, secret));

    private static string At(int seconds) => (_now.ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);

    private static string Signed(int seconds) => SlackWorld.Sign(Secret, At(seconds), _body);

    private static bool Check(StringValues timestamp, StringValues signature) => Check(timestamp, signature, _body);

    private static bool Check(StringValues timestamp, StringValues signature, ReadOnlySpan<byte> body, string? secret = Secret) =>
        new SlackSignature(
            Options.Create(new SlackOptions { SigningSecret = secret }),
            new ManualClock(_now),
            NullLogger<SlackSignature>.Instance).IsGenuine(timestamp, signature, body);
}
