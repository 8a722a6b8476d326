using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>
/// What a channel adds to a card or a form is in the language of that; what it says without one is in the language of the
/// person, as far as the platform tells.
/// </summary>
public abstract class LanguageContractTests<TDriver> : ChannelContractTests<TDriver>
    where TDriver : ChannelDriver, new()
{
    private const string Failed = "That did not work, nothing was changed. Please try again.";
    private const string FailedInSpanish = "Eso no funcionó y no se cambió nada. Inténtalo de nuevo.";

    [Theory]
    [InlineData("en", "There is more than fits here.")]
    [InlineData("es", "Hay más de lo que cabe aquí.")]
    public async Task A_card_says_in_its_language_that_there_is_more(string language, string leftOut)
    {
        var bars = Enumerable.Range(0, Chart.MostBars + 1).Select(number => new ChartBar($"Group {number}", number, $"about {number}%"));
        var seen = await SeeAsync(new Card { Title = "T", Chart = new("Answered", 100, [.. bars]), Language = Language.Of(language) });
        Assert.Equal(leftOut, seen.Texts[^1]);

        var facts = Enumerable.Range(0, 400).Select(number => new Fact($"Label {number}", new string('v', 2_000)));
        seen = await SeeAsync(new Card { Title = "T", Facts = [.. facts], Language = Language.Of(language) });
        Assert.Equal(leftOut, seen.Texts[^1]);

        var rows = Enumerable.Range(0, 100).Select(number => new ChoiceRow($"Row {number}", [new("Go", new("go", new('v', CardAction.MaxValueLength)))]));
        seen = await SeeAsync(new Card { Title = "T", Choices = [.. rows], Language = Language.Of(language) });
        Assert.Equal(leftOut, seen.Texts[^1]);
    }

    [Theory]
    [InlineData("en", "Save")]
    [InlineData("es", "Guardar")]
    public async Task The_field_of_a_card_is_saved_in_its_language(string language, string save) =>
        Assert.Equal(save, (await Driver.FieldOfAsync(await SeeAsync(Cards.WithInput with { Language = Language.Of(language) }))).Save);

    [Theory]
    [InlineData("en", "Cancel", "Back", "Close")]
    [InlineData("es", "Cancelar", "Volver", "Cerrar")]
    public async Task A_form_is_left_in_its_language(string language, params string[] words)
    {
        var form = await OpenAsync(Forms.Meeting with { Back = new("meeting.show", "m1"), Language = Language.Of(language) });
        Assert.Contains(form.Leave, words);
    }

    [Theory]
    [InlineData("en", "Slack takes at most 3,000 characters here.")]
    [InlineData("es", "Slack admite aquí 3000 caracteres como máximo.")]
    public async Task A_field_that_takes_less_than_it_asks_for_says_so_in_the_language_of_its_form(string language, string hint)
    {
        var form = await OpenAsync(Forms.Meeting with { Fields = [new("agenda", "Agenda") { MaxLength = 20_000 }], Language = Language.Of(language) });
        Assert.Equal(form["agenda"].MaxLength < 20_000 ? hint : "", form["agenda"].Hint);
    }

    [Theory]
    [InlineData("en", "This could not be saved just now. Nothing you typed is lost: please submit it again.")]
    [InlineData("es", "Esto no se pudo guardar por ahora. No se pierde nada de lo que escribiste: vuelve a enviarlo.")]
    public async Task A_form_that_could_not_be_stored_says_so_in_its_language(string language, string notSaved)
    {
        await OpenAsync(Forms.Meeting with { Language = Language.Of(language) });
        Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        var taken = await Driver.SubmitAsync(("name", "Exec staff"));

        var told = Driver.Said.Concat(Form.Fields.Select(field => field.Error)).Where(said => said.Length > 0).ToList();
        Assert.Equal(taken.IsWantedAgain ? [] : [notSaved], told);
    }

    [Theory]
    [InlineData("en-GB", Failed)]
    [InlineData("es-MX", FailedInSpanish)]
    [InlineData("es", FailedInSpanish)]
    [InlineData("fi-FI", Failed)]
    public async Task What_did_not_work_is_said_in_the_language_of_the_person(string locale, string notDone)
    {
        Driver.Locale = locale;
        Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        foreach (var act in new[] { Act.Message, Act.Command, Act.Button })
        {
            var before = Driver.Said.Count;
            var taken = await DoAsync(act);
            Assert.Equal(taken.IsWantedAgain ? [] : [notDone], Driver.Said.Skip(before));
        }
    }
}
