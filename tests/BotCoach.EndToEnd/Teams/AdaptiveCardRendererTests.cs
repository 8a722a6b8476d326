namespace BotCoach.EndToEnd;

/// <summary>The check that every card goes through must itself find faults.</summary>
public sealed class AdaptiveCardRendererTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string CheckIn = """
        {
          "type": "AdaptiveCard", "version": "1.5", "speak": "How aligned are you?",
          "body": [
            { "type": "TextBlock", "text": "Check alignment with your manager", "weight": "Bolder", "size": "Large", "wrap": true },
            { "type": "TextBlock", "text": "How sure are you that you **agree** on what matters most?", "wrap": true },
            { "type": "FactSet", "facts": [ { "title": "From", "value": "your Active plan" } ] },
            { "type": "Input.Text", "id": "note", "label": "A line, if you like", "isMultiline": true }
          ],
          "actions": [
            { "type": "Action.Execute", "title": "Sure", "verb": "reply", "style": "positive", "fallback": { "type": "Action.Submit", "title": "Sure" } },
            { "type": "Action.Execute", "title": "Not yet", "verb": "reply" }
          ]
        }
        """;

    [Fact]
    public async Task A_sound_card_has_no_problems()
    {
        await using var renderer = await AdaptiveCardRenderer.OpenAsync(chromium);

        Assert.Empty(await renderer.ProblemsAsync(CheckIn));
    }

    [Theory]
    [InlineData("\"FactSet\"", "\"FactTable\"", "UnknownElementType")]
    [InlineData("\"Action.Execute\"", "\"Action.Perform\"", "UnknownActionType")]
    [InlineData("\"Action.Submit\"", "\"Action.Perform\"", "UnknownActionType")]
    [InlineData("\"Bolder\"", "\"Heavy\"", "InvalidPropertyValue")]
    [InlineData("\"1.5\"", "\"1.7\"", "UnsupportedCardVersion")]
    [InlineData("\"isMultiline\": true", "\"isRequired\": true", "RequiredInputsShouldHaveErrorMessage")]
    [InlineData("\"AdaptiveCard\"", "\"Card\"", "MissingCardType")]
    [InlineData("] }", "]", "SyntaxError")]
    public async Task A_broken_card_is_reported(string sound, string broken, string problem)
    {
        await using var renderer = await AdaptiveCardRenderer.OpenAsync(chromium);

        var problems = await renderer.ProblemsAsync(CheckIn.Replace(sound, broken, StringComparison.Ordinal));

        Assert.Contains(problems, found => found.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sheet_shows_the_cards_in_light_and_dark()
    {
        await using var renderer = await AdaptiveCardRenderer.OpenAsync(chromium);

        var pictures = await renderer.SheetsAsync("renderer", [new NamedCard("check-in", CheckIn), new NamedCard("the same again", CheckIn)]);

        Assert.Equal(2, pictures.Count);
        Assert.NotEqual(await File.ReadAllBytesAsync(pictures[0]), await File.ReadAllBytesAsync(pictures[1]));
    }
}
