using System.Text;

namespace BotCoach.Teams.Tests;

/// <summary>What a stranger may put behind "Bearer": each of it is refused, none of it throws.</summary>
public sealed class ConnectorTokenTests
{
    private const string Header = """{"alg":"RS256","kid":"connector-1"}""";
    private const string Payload = """{"iss":"https://api.botframework.com"}""";

    private static RefusalReason? RefusalOf(string compact) =>
        ConnectorToken.TryParse(compact, out _, out var refusal) ? null : refusal;

    private static string Compact(string header, string payload) =>
        $"{TokenForge.EncodeText(header)}.{TokenForge.EncodeText(payload)}.AAAA";

    [Fact]
    public void A_signed_token_is_taken_apart()
    {
        var compact = Compact(Header, Payload);

        Assert.True(ConnectorToken.TryParse(compact, out var token, out _));
        Assert.Equal("connector-1", token.KeyId);
        Assert.Equal("https://api.botframework.com", token.Payload.Issuer);
        Assert.Equal(compact[..compact.LastIndexOf('.')], Encoding.ASCII.GetString(token.SignedPart.Span));
        Assert.Equal(new byte[3], token.Signature.ToArray());
    }

    [Fact]
    public void An_encrypted_token_of_five_parts_is_refused() =>
        Assert.Equal(RefusalReason.Malformed, RefusalOf($"{TokenForge.EncodeText("""{"alg":"RSA-OAEP","enc":"A256GCM"}""")}.AAAA.AAAA.AAAA.AAAA"));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("garbage")]
    [InlineData("not.a.token")]
    [InlineData("\0\uD800\uFFFF.é.ß")]
    public void Garbage_is_refused(string text) => Assert.Equal(RefusalReason.Malformed, RefusalOf(text));

    [Fact]
    public void A_megabyte_is_refused_unread()
    {
        Assert.Equal(RefusalReason.TooLong, RefusalOf(new string('A', 1024 * 1024)));
        Assert.Equal(RefusalReason.TooLong, RefusalOf(new string('.', 1024 * 1024)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"RS256\"")]
    [InlineData("{")]
    [InlineData("""{"alg":"RS256","kid":"a"} x""")]
    [InlineData("""{"alg":"RS256","kid":"a","kid":"b"}""")]
    [InlineData("""{"alg":"none","alg":"RS256","kid":"a"}""")]
    [InlineData("""{"alg":"RS256","kid":7}""")]
    [InlineData("""{"alg":["RS256"],"kid":"a"}""")]
    [InlineData("""{"alg":"RS256","kid":"\ud800"}""")]
    [InlineData("""{"\ud800":1,"alg":"RS256","kid":"a"}""")]
    [InlineData("""{"alg":"RS256"}""")]
    [InlineData("""{"alg":"RS256","kid":""}""")]
    [InlineData("""{"alg":"RS256","kid":null}""")]
    [InlineData("""{"alg":"RS256","kid":"a","x":[[[[[[[[[[]]]]]]]]]]}""")]
    public void A_header_of_another_shape_is_refused(string header) =>
        Assert.Equal(RefusalReason.Malformed, RefusalOf(Compact(header, Payload)));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("""{"aud":"a","aud":"b"}""")]
    [InlineData("""{"iss":{}}""")]
    [InlineData("""{"exp":99999999999999999999}""")]
    [InlineData("""{"exp":1.5}""")]
    public void A_payload_of_another_shape_is_refused(string payload) =>
        Assert.Equal(RefusalReason.Malformed, RefusalOf(Compact(Header, payload)));

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        byte[] header = [.. "{\"alg\":\"RS256\",\"kid\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.Equal(
            RefusalReason.Malformed,
            RefusalOf($"{System.Buffers.Text.Base64Url.EncodeToString(header)}.{TokenForge.EncodeText(Payload)}.AAAA"));
    }

    [Theory]
    [InlineData("AAAA=")]
    [InlineData("AA==")]
    [InlineData("AA A")]
    [InlineData("AAAA\n")]
    [InlineData("AA+A")]
    [InlineData("AA/A")]
    [InlineData("AAAAA")]
    [InlineData("AB")]
    public void Any_other_spelling_of_base64_is_refused(string signature)
    {
        var compact = Compact(Header, Payload);

        Assert.Equal(RefusalReason.Malformed, RefusalOf(compact[..(compact.LastIndexOf('.') + 1)] + signature));
    }

    [Fact]
    public void No_damage_to_a_token_makes_the_parser_throw()
    {
        // A fixed seed: the same 20,000 damaged tokens every time.
        var random = new Random(20260302);
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = new StringBuilder(Damage(Header)).Append('.').Append(Damage(Payload)).Append(".AAAA");
            damaged[random.Next(damaged.Length)] = (char)random.Next(0x100);

            var parsed = ConnectorToken.TryParse(damaged.ToString(), out var token, out var refusal);

            Assert.Equal(parsed, token is not null);
            Assert.Equal(parsed, refusal is null);
        }

        string Damage(string json)
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            bytes[random.Next(bytes.Length)] = (byte)random.Next(0x100);
            return System.Buffers.Text.Base64Url.EncodeToString(bytes);
        }
    }
}
