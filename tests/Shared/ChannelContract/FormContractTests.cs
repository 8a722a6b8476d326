using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>Every part of a form is shown, and everything in it comes back.</summary>
public abstract class FormContractTests<TDriver> : ChannelContractTests<TDriver>
    where TDriver : ChannelDriver, new()
{
    private static readonly ChatForm _everything = new()
    {
        Name = "everything",
        State = "m1|c|1",
        Title = "Prepare a meeting",
        Submit = "Save it",
        Introduction = "Two questions\nare enough.",
        Fields =
        [
            new("name", "Which meeting?") { Value = "Exec staff", IsRequired = true, MaxLength = 80 },
            new("when", "When?") { Placeholder = "Thu 10:00", Hint = "Try Thu 10:00 or in 2 hours.", IsRequired = true, MaxLength = 100 },
            new("agenda", "Agenda or pre-read") { Value = "one\ntwo", Placeholder = "Paste it", IsMultiline = true, MaxLength = 2_000 },
            new("goal", "A small goal") { Hint = "One question, one insight" },
        ],
    };

    [Fact]
    public async Task A_form_shows_its_title_its_introduction_and_what_submits_it()
    {
        var form = await OpenAsync(_everything);
        Assert.Equal((_everything.Title, _everything.Submit), (form.Title, form.Submit));
        Assert.Equal([_everything.Introduction!], form.Introduction);
        Assert.Empty(form.Acting);
    }

    [Fact]
    public async Task A_form_without_an_introduction_begins_with_its_fields() => Assert.Empty((await OpenAsync(Forms.Meeting)).Introduction);

    [Fact]
    public async Task Every_kind_of_field_is_shown_as_it_was_asked_for()
    {
        var form = await OpenAsync(_everything);
        Assert.Equal(
            [
                new("name", "Which meeting?") { Value = "Exec staff", IsRequired = true, MaxLength = 80 },
                new("when", "When?") { Placeholder = "Thu 10:00", Hint = "Try Thu 10:00 or in 2 hours.", IsRequired = true, MaxLength = 100 },
                new("agenda", "Agenda or pre-read") { Value = "one\ntwo", Placeholder = "Paste it", IsMultiline = true, MaxLength = 2_000 },
                new("goal", "A small goal") { Hint = "One question, one insight", MaxLength = 500 },
            ],
            form.Fields);
    }

    [Fact]
    public async Task Fields_that_are_left_as_they_are_come_back_as_they_were()
    {
        await OpenAsync(_everything);
        Taken(await Driver.SubmitAsync(("when", "Thu 10:00")));
        Assert.Equal(
            new Dictionary<string, string> { ["name"] = "Exec staff", ["when"] = "Thu 10:00", ["agenda"] = "one\ntwo", ["goal"] = "" },
            Assert.IsType<FormTurn>(Turn).Values);
    }

    [Fact]
    public async Task A_field_that_was_emptied_comes_back_empty()
    {
        await OpenAsync(_everything);
        await Driver.SubmitAsync(("when", "Thu 10:00"), ("agenda", ""));
        Assert.Equal("", Assert.IsType<FormTurn>(Turn).Values["agenda"]);
    }

    [Fact]
    public async Task A_form_may_have_as_many_fields_as_the_product_asks_for()
    {
        var fields = Enumerable.Range(1, 20).Select(i => new FormField($"field{i}", $"Field {i}") { Value = new string('v', 300), MaxLength = 300, IsMultiline = true });
        var form = await OpenAsync(_everything with { Fields = [.. fields] });
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"Field {i}"), form.Fields.Select(field => field.Label));

        Taken(await Driver.SubmitAsync(("field20", "last")));
        Assert.Equal(("last", new string('v', 300)), (Assert.IsType<FormTurn>(Turn).Values["field20"], ((FormTurn)Turn).Values["field1"]));
    }

    [Fact]
    public async Task Fields_without_a_hint_or_a_placeholder_show_none()
    {
        var form = await OpenAsync(Forms.Meeting with { Fields = [new("name", "Which?") { Value = "", Placeholder = " ", Hint = "" }] });
        Assert.Equal(new SeenField("name", "Which?") { MaxLength = 500 }, form.Fields.Single());
    }

    [Fact]
    public async Task The_words_that_a_form_was_opened_with_are_carried_to_it()
    {
        await Driver.WriteAsync("prep meeting R&D <staff>");
        Handler.Answer = turn => new() { Form = Forms.Meeting with { Fields = [new("name", "Which?") { Value = (turn as MessageTurn)?.Text }] } };
        await Driver.WriteAsync("prep meeting R&D <staff>");
        await Driver.OpenFormAsync();
        Assert.Equal("prep meeting R&D <staff>", Form["name"].Value);
    }
}
