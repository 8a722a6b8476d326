using FsCheck;
using FsCheck.Fluent;

namespace BotCoach.Storage.Tests;

public sealed class KeyEncodingTests
{
    // Texts of single code units, half of them troublesome, so that half pairs and escapes meet.
    private static readonly Arbitrary<string> AnyText = ArbMap.Default.ArbFor<char[]>().Generator
        .Zip(Gen.Elements("!0/\\#? %'\ud83d\ude00\0\u009fAa".ToCharArray()).ArrayOf())
        .Select(parts => string.Concat(parts.Item1.Zip(parts.Item2, (a, b) => $"{a}{b}")) + new string(parts.Item2))
        .ToArbitrary();

    [Theory]
    [InlineData("U0G9QFV9P", "U0G9QFV9P")]
    [InlineData("29:1kb_x-Z.7@example.com", "29:1kb_x-Z.7@example.com")]
    [InlineData("Gr\u00f6\u00dfe \ud83d\ude00", "Gr\u00f6\u00dfe!0020\ud83d\ude00")]
    [InlineData("a/b!", "a!002Fb!0021")]
    [InlineData("", "")]
    public void A_plain_id_stays_readable_and_the_rest_is_escaped(string text, string key)
    {
        Assert.Equal(key, KeyEncoding.Encode(text));
    }

    [Fact]
    public void Any_text_comes_back_from_its_key() => Prop
        .ForAll(AnyText, text => string.Equals(KeyEncoding.Decode(KeyEncoding.Encode(text)), text, StringComparison.Ordinal))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_key_of_any_text_is_allowed_and_has_no_space() => Prop
        .ForAll(
            AnyText.Filter(text => text.Length < TableRules.MaxKeyLength / 5),
            text =>
            {
                var key = KeyEncoding.Encode(text);
                RuleCheck.Key(new RowKey(key, key));
                Assert.DoesNotContain(' ', key);
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void What_decodes_is_the_key_of_what_it_decodes_to() => Prop
        .ForAll(AnyText, key =>
        {
            try
            {
                return string.Equals(KeyEncoding.Encode(KeyEncoding.Decode(key)), key, StringComparison.Ordinal);
            }
            catch (FormatException)
            {
                return true;
            }
        })
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("!")]
    [InlineData("a!00")]
    [InlineData("!00g0")]
    [InlineData("!+020")]
    [InlineData("!002f")] // in lower case
    [InlineData("!0041")] // an A needs no escape
    [InlineData("!D83D!DE00")] // nor does a pair
    [InlineData("a b")] // and a space does
    public void A_key_that_no_text_gives_does_not_decode(string key)
    {
        Assert.Throws<FormatException>(() => KeyEncoding.Decode(key));
    }

    [Fact]
    public void Any_time_comes_back_from_its_key_in_utc() => Prop
        .ForAll(ArbMap.Default.ArbFor<DateTimeOffset>(), time =>
        {
            var back = KeyEncoding.DecodeTime(KeyEncoding.EncodeTime(time));
            return back == time && back.Offset == TimeSpan.Zero;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Times_order_as_their_keys_do() => Prop
        .ForAll(ArbMap.Default.ArbFor<(DateTimeOffset First, DateTimeOffset Second)>(), times =>
            Math.Sign(times.First.CompareTo(times.Second)) == Math.Sign(string.CompareOrdinal(
                KeyEncoding.EncodeTime(times.First), KeyEncoding.EncodeTime(times.Second))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_time_is_written_to_100_ns()
    {
        var time = new DateTimeOffset(2024, 2, 29, 23, 59, 58, TimeSpan.FromHours(1)).AddTicks(7);

        Assert.Equal("202402292259580000007", KeyEncoding.EncodeTime(time));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("202413292259580000007")]
    [InlineData("20240229225958000000 ")]
    public void A_key_that_no_time_gives_does_not_decode(string key)
    {
        Assert.Throws<FormatException>(() => KeyEncoding.DecodeTime(key));
    }
}
