using BotCoach.Chat;

namespace BotCoach.Host.Tests;

public sealed class SentencesTests
{
    [Fact]
    public void What_people_read_stands_in_resource_files()
    {
        var found = Sentences.In(Sources.All);

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void No_text_is_written_in_English_whoever_reads_it() =>
        Assert.Empty(Sources.Naming(new HashSet<string> { "Language.English" }, Sources.All.Where(source => source.Project is not "BotCoach.Chat")));

    [Theory]
    [InlineData("var card = new Card { Title = \"Nothing is scheduled\" };")]
    [InlineData("var text = $\"Next nudge: {when} in {zone}\";")]
    [InlineData("internal static Card Gone() => new() { Title = \"Gone\" };")]
    public void Words_in_code_are_noticed(string line) => Assert.Single(Sentences.In([Invented(line)]));

    [Theory]
    [InlineData("throw new InvalidOperationException(\"There are no other days.\");")]
    [InlineData("[LoggerMessage(Level = LogLevel.Warning, Message = \"A nudge was not sent.\")] partial void NotSent();")]
    [InlineData("var row = new RowProperties { { \"Zone\", zone } };")]
    public void What_only_programmers_and_operators_read_may_stand_there(string line) => Assert.Empty(Sentences.In([Invented(line)]));

    private static Source Invented(string text) => new("BotCoach.Coaching", "Invented.cs", text);
}
