using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>Whatever a person writes is shown as they typed it, wherever it stands, and nothing in it acts.</summary>
public abstract class HostileTextContractTests<TDriver> : ChannelContractTests<TDriver>
    where TDriver : ChannelDriver, new()
{
    [Theory]
    [MemberData(nameof(Words.Hostile), MemberType = typeof(Words))]
    public async Task In_every_place_of_a_card(string words)
    {
        var seen = await SeeAsync(new Card
        {
            Title = words,
            Text = $"{words}\n{words}",
            Facts = [new(words, words), new("In two lines", $"{words}\n{words}"), new("Short", "value")],
            Chart = new(words, 2, [new(words, 1, words), new(words, null, words)]),
            Choices = [new(words, [new(words, new("go", words))]) { Label = words }],
            Input = new(words, new("line", words), 280) { Placeholder = words, Value = words },
            Link = new(words, new Uri("https://example.com/")),
            Context = words,
            Summary = words,
        });

        Assert.Empty(seen.Acting);
        string twice = $"{words} {words}";
        string beside = $"{words} · {words}";
        string[] typed = [words, twice, words, words, "In two lines", twice, "Short", "value", words, beside, words, words, words];
        Assert.Equal(typed.Length, seen.Texts.Count);
        Assert.All(typed.Zip(seen.Texts), pair => Assert.True(Words.AreShown(pair.First, pair.Second), pair.Second));
        Assert.True(Words.AreShown(beside, seen.Bars.Single().Words), seen.Bars.Single().Words);
        Assert.All([.. seen.Buttons, .. seen.Links], part => Assert.True(Words.AreShown(words, part.Words), part.Words));
        Assert.True(Words.AreShown(words, seen.Notification), seen.Notification);

        var field = await Driver.FieldOfAsync(seen);
        Assert.True(Words.AreShown(words, field.Label) && Words.AreShown(words, field.Placeholder), field.ToString());
        Assert.Equal(Words.Look(words), Words.Look(field.Value));
    }

    [Theory]
    [MemberData(nameof(Words.Hostile), MemberType = typeof(Words))]
    public async Task In_every_place_of_a_form_and_of_what_is_wrong_with_it(string words)
    {
        var opened = await OpenAsync(new ChatForm
        {
            Name = "form",
            State = words,
            Title = words,
            Submit = words,
            Introduction = words,
            Fields = [new("field", words) { Value = words, Placeholder = words, Hint = words, IsMultiline = true }],
        });
        Handler.Answer = _ => new() { Errors = [new("field", words), new("gone", words)] };
        Taken(await Driver.SubmitAsync());

        Assert.Equal(words, Assert.IsType<FormTurn>(Turn).State);
        Assert.True(Words.AreShown(words, opened["field"].Hint), opened["field"].Hint);
        foreach (var form in new[] { opened, Form })
        {
            Assert.Empty(form.Acting);
            Assert.All(
                [form.Title, form.Submit, .. form.Introduction, form["field"].Label, form["field"].Placeholder],
                shown => Assert.True(Words.AreShown(words, shown), shown));
            Assert.Equal(Words.Look(words), Words.Look(form["field"].Value));
        }

        Assert.Contains(Words.Look(words), Words.Look(string.Join(' ', [Form["field"].Error, .. Form.Errors])), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Words.Hostile), MemberType = typeof(Words))]
    public async Task On_its_way_to_the_coach_and_back(string words)
    {
        Handler.Answer = turn => new() { Reply = new Card { Title = "You said", Text = (turn as MessageTurn)?.Text ?? "" } };
        Taken(await Driver.WriteAsync(words));

        Assert.Equal(Words.Look(words), Words.Look(Assert.IsType<MessageTurn>(Turn).Text));
        var seen = Assert.Single(Driver.Messages);
        Assert.Empty(seen.Acting);
        Assert.Equal(Words.Look(words), Words.Look(seen.Texts[1]));
        Assert.Empty(Driver.Group);
    }

    [Theory]
    [MemberData(nameof(Words.Hostile), MemberType = typeof(Words))]
    public async Task On_a_card_and_in_a_form_and_back(string words)
    {
        await Driver.FillAsync(await SeeAsync(Cards.WithInput), words);
        Assert.Equal(words, Assert.IsType<ButtonTurn>(Turn).Input);

        await OpenAsync(Forms.Meeting);
        await Driver.SubmitAsync(("name", words));
        Assert.Equal(words, Assert.IsType<FormTurn>(Turn).Values["name"]);
    }

    [Theory]
    [InlineData('\uD83C')]
    [InlineData('\uDF31')]
    public async Task Half_of_a_sign_spoils_nothing(char half)
    {
        var words = $"a{half}b";
        var seen = await SeeAsync(new Card
        {
            Title = words,
            Text = words,
            Facts = [new(words, words)],
            Choices = [new(words, [new(words, new("go", "q1"))])],
            Context = words,
        });

        Assert.All(seen.Parts, part => Assert.Equal("a\uFFFDb", part.Words));
        await Driver.PressAsync(seen, seen.Buttons.Single().Words);
        Assert.Equal("q1", Assert.IsType<ButtonTurn>(Turn).Action.Value);
    }
}
