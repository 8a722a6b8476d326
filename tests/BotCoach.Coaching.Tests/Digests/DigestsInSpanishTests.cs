using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

/// <summary>The digest of a lead in Mexico: the figures of the page in her language, with numbers as it writes them.</summary>
public sealed class DigestsInSpanishTests : IAsyncLifetime
{
    private static readonly IsoWeek _week = new(2026, 47);

    private CoachDesk _desk = null!;

    private PersonAddress Ana => _desk.Anna;

    private PersonAddress Ben => Ana with { Person = "ben" };

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync(configure: services => services
            .AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna,{RecordingChannel.ChannelName}:T1:ben" })));
        _desk.Channel.People = person => person.Person == "ben"
            ? new PersonLookup.Found("Ben", "Europe/London", "en-GB")
            : new PersonLookup.Found(person.Person, "America/Mexico_City", "es-MX");
        await _desk.CommandAsync("coach", "group new Plataforma");
        await _desk.SayAsync("hello", Ben);
        var group = Assert.Single(await _desk.Get<GroupsTable>().GroupsAsync(Ana.Home, default));
        await _desk.Get<InsightsTable>().WriteAsync(
            Ana.Home,
            [
                new GroupWeek(InsightsTable.Everyone, _week, 40, new Dictionary<string, Figure>
                {
                    ["response"] = About(0.62), ["alignment"] = About(3.6), ["spoke-early"] = new Figure.Shown(0.125, FigureBound.AtMost, 40), ["goal-met"] = TooFew,
                }),
                new GroupWeek(InsightsTable.Everyone, _week.Plus(-1), 40, new Dictionary<string, Figure> { ["response"] = About(0.58) }),
                new GroupWeek(group.Id, _week, 20, new Dictionary<string, Figure> { ["response"] = About(0.7) }),
            ],
            default);
        Assert.Equal(2, await _desk.Get<DigestsDue>().AddAsync(default));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Five_lines_and_a_chart_read_as_a_Mexican_lead_writes_them()
    {
        var card = await DigestAsync(Ana, new(2026, 11, 27, 15, 0, 0, TimeSpan.Zero));

        Assert.Equal(Language.Spanish, card.Language);
        Assert.Equal("Tus grupos, 16\u201322 nov 2026", card.Title);
        Assert.Equal(
            [
                new Fact("Personas que cuentan", "40 o más"),
                new Fact("Avisos respondidos", "aprox. 62\u00a0% (antes: aprox. 58\u00a0%)"),
                new Fact("Alineación, 1 a 5", "aprox. 3,6"),
                new Fact("Hablaron pronto", "como máximo 13\u00a0%"),
                new Fact("Metas pequeñas cumplidas", "muy pocas personas para mostrarlo"),
            ],
            card.Facts);
        Assert.Equal("De los avisos, respondidos, grupo por grupo", card.Chart!.Title);
        Assert.Equal("aprox. 70\u00a0%", Assert.Single(card.Chart.Bars).Shown);
        Assert.Equal("Los viernes a las 09:00. Para que no llegue más: /coach resumen no.", card.Context);
    }

    [Fact]
    public async Task Another_lead_of_the_same_groups_reads_the_same_figures_in_English()
    {
        var card = await DigestAsync(Ben, new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal((Language.English, "Your groups, 16\u201322 Nov 2026"), (card.Language, card.Title));
        Assert.Contains(new Fact("Answered nudges", "about 62% (before: about 58%)"), card.Facts);
    }

    [Fact]
    public async Task Whether_it_comes_is_said_with_a_button_that_changes_it()
    {
        await _desk.CommandAsync("coach", "digest");
        Assert.Equal("Los viernes a las 09:00 te envío las cifras de la semana anterior, en cinco líneas y un gráfico.", _desk.Reply!.Text);
        var off = await _desk.PressAsync(_desk.Reply, "Desactivarlo");
        Assert.Equal("No llega. /coach informes muestra las cifras cuando quieras.", (off.Replacement ?? off.Reply)?.Text);
    }

    private async Task<Card> DigestAsync(PersonAddress lead, DateTimeOffset now)
    {
        var page = await _desk.Get<DueTable>().ReadDueAsync(_desk.Get<ShardMap>().Of(lead), now.AddDays(30), "", default);
        var due = page.Rows.Select(row => row.Nudge).Single(nudge => nudge.Person == lead && nudge.Kind == NudgeKind.Digest);
        return Assert.IsType<NudgeDecision.Send>(await _desk.Get<NudgeDecider>().DecideAsync(due, now, default)).Card;
    }

    private static Figure TooFew => new Figure.Withheld(WithheldReason.TooFew);

    private static Figure.Shown About(double value) => new(value, FigureBound.About, 40);
}
