using System.Text.RegularExpressions;
using BotCoach.Chat;
using BotCoach.Teams;
using AdaptiveCard = BotCoach.Teams.TeamsMessage;

namespace BotCoach.EndToEnd;

/// <summary>
/// Every card and form that the product can send, put before Microsoft's renderer and onto the two sheets that people look
/// at: <c>tests/artifacts/cards-en-light.png</c> and <c>cards-en-dark.png</c>, and the same in the other languages.
/// </summary>
public sealed partial class EveryCardTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Of each factory so many cards go onto the sheets: the usual, the least, the most.</summary>
    private const int Pictured = 4;

    /// <summary>Forms are long, and all alike.</summary>
    private const int PicturedForms = 1;

    private static readonly IReadOnlyList<MadeCard> _made = [.. CardFactory.All.SelectMany(factory => factory.Make())];

    [Fact]
    public void Nothing_that_makes_a_card_is_left_out()
    {
        Assert.Empty(CardFactory.Hidden);
        Assert.Contains(CardFactory.All, factory => factory.Name == "PlanCards.Welcome");
        Assert.Contains(CardFactory.All, factory => factory.Name == "MeetingForm.New");
        Assert.InRange(_made.Count, CardFactory.All.Count, 5_000);
    }

    [Fact]
    public async Task Microsofts_renderer_takes_every_card_and_every_form()
    {
        await using var renderer = await AdaptiveCardRenderer.OpenAsync(chromium);
        var messages = _made
            .SelectMany(made => Rendered(made).Select(message => (made.Language, IsPictured: made.Variant < (made.Made is Card ? Pictured : PicturedForms), Card: message)))
            .ToList();
        foreach (var (_, _, card) in messages)
        {
            var problems = await renderer.ProblemsAsync(card.Json);
            Assert.True(problems is [], $"{card.Name}: {string.Join(' ', problems)} {card.Json}");
        }

        foreach (var language in Language.All)
        {
            var pictures = await renderer.SheetsAsync(
                $"cards-{language}", [.. messages.Where(message => message.IsPictured && message.Language == language).Select(message => message.Card)]);
            Assert.All(pictures, picture => Assert.True(File.Exists(picture)));
        }
    }

    [Fact]
    public async Task Slack_takes_every_card()
    {
        await using var coach = await CoachOnSlack.StartAsync();
        var anna = new PersonAddress("slack", LocalWorkspace.TeamId, LocalWorkspace.Anna.Id);
        var direct = Assert.IsType<DirectConversation.Opened>(await coach.Channel.OpenDirectAsync(anna, CancellationToken.None)).Conversation;
        foreach (var (factory, language, variant, made) in _made.Where(made => made.Made is Card))
        {
            var sent = await coach.Channel.SendAsync(direct, (Card)made, $"{factory} {language} {variant}", CancellationToken.None);
            Assert.True(sent is DeliveryResult.Sent, $"{factory} {language} {variant}: {sent}");
        }
    }

    [Fact]
    public void No_card_shouts_or_goes_on()
    {
        foreach (var made in _made.Where(made => made.Variant == 0))
        {
            string?[] own = made.Made is Card card ? [card.Title, card.Text, card.Context] : [((ChatForm)made.Made).Introduction];
            foreach (var words in own.OfType<string>())
            {
                Assert.True(!words.Contains('!', StringComparison.Ordinal) && Sentences().Count(words) <= 3, $"{made.Factory}: {words}");
            }
        }
    }

    [Fact]
    public void Whoever_reads_Spanish_reads_no_English()
    {
        var english = ResourceTexts.All.Where(text => text.Language == Language.English).SelectMany(text => text.Phrases).ToHashSet(StringComparer.Ordinal);
        english.ExceptWith(ResourceTexts.All.Where(text => text.Language == Language.Spanish).SelectMany(text => text.Phrases));
        var mixed =
            from made in _made
            where made.Language == Language.Spanish
            from shown in CardWords.Of(made.Made)
            let phrase = english.FirstOrDefault(phrase => shown.Contains(phrase, StringComparison.Ordinal))
            where phrase is not null
            select $"{made.Factory}: \u201c{phrase}\u201d in \u201c{shown}\u201d";

        var found = mixed.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>A card as Teams shows it; of a form also what it looks like when everything in it is wrong, and when it was saved.</summary>
    private static IEnumerable<NamedCard> Rendered(MadeCard made)
    {
        var name = $"{made.Factory} {made.Language} {made.Variant + 1}";
        if (made.Made is Card card)
        {
            return [Named(name, AdaptiveCard.Of(card))];
        }

        var form = (ChatForm)made.Made;
        var errors = form.Fields.Select(field => new FieldError(field.Name, "I can't read “next thurs-ish”. Try Thu 10:00, 26 Nov 10:00 or in 2 hours."));
        return
        [
            Named(name, AdaptiveCard.Of(form)),
            Named($"{name}, all of it wrong", AdaptiveCard.Of(form, [.. errors])),
            Named($"{name}, saved", Placement.Of(new TeamsOccasion(null!) { Form = form }, ChatAnswer.Nothing).InPlace!),
        ];
    }

    private static NamedCard Named(string name, AdaptiveCard message) => new(name, message.Card.ToJsonString(TeamsJson.Options));

    [GeneratedRegex(@"[.?](\s|\z)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Sentences();
}
