using BotCoach.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace BotCoach.Coaching.Tests;

public sealed class TextColumnsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(30_000, 1)]
    [InlineData(30_001, 2)]
    [InlineData(40_000, 2)]
    [InlineData(90_000, 3)]
    public void A_text_has_as_many_columns_as_it_needs_and_each_fits_a_table(int length, int columns)
    {
        var properties = new RowProperties();
        TextColumns.Add(properties, "Text", new string('漢', length));

        Assert.Equal(columns, properties.Count);
        Assert.All(properties, column => Assert.True(((string)column.Value).Length * 2 <= TableRules.MaxValueBytes));
        Assert.Equal(length, TextColumns.Read(properties, "Text")!.Length);
    }

    [Fact]
    public void Whatever_is_put_in_comes_out_and_no_character_is_cut_in_two() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<NonNull<string>>().Two()
            .SelectMany(ends => Gen.Choose(29_990, 30_010).Select(middle => ends.Item1.Get + string.Concat(Enumerable.Repeat("\ud83d\ude80", middle / 2)) + ends.Item2.Get))
            .ToArbitrary(),
        text =>
        {
            var properties = new RowProperties();
            TextColumns.Add(properties, "Text", text);
            return TextColumns.Read(properties, "Text") == text
                && properties.All(column => column.Value is string part && (part.Length == 0 || !char.IsHighSurrogate(part[^1]) || part[^1] == text[^1]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_row_without_the_text_has_none() => Assert.Null(TextColumns.Read(new RowProperties { { "Other", "x" } }, "Text"));
}
