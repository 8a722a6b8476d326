using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

/// <summary>A lead in Mexico and the people whom she invites: each reads their own language.</summary>
public sealed class GroupsInSpanishTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    private PersonAddress Ana => _desk.Anna;

    private PersonAddress Ben => Ana with { Person = "ben" };

    private PersonAddress Carla => Ana with { Person = "carla" };

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync(configure: services => services
            .AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna" })));
        _desk.Channel.People = person => person.Person == "ben"
            ? new PersonLookup.Found("Ben", "Europe/London", "en-GB")
            : new PersonLookup.Found(person.Person, "America/Mexico_City", "es-MX");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_lead_makes_a_group_and_lets_it_rest()
    {
        await _desk.CommandAsync("coach", "group");
        Assert.Equal("Aún no hay grupos", _desk.Reply!.Title);
        Assert.Equal(
            "Un grupo son personas a las que invitas juntas, por ejemplo Plataforma o Nuevos managers. Verás qué les ayuda, y nunca quién dijo qué.", _desk.Reply.Text);
        await _desk.PressAsync(_desk.Reply, "Nuevo grupo");
        var named = _desk.Form!;
        Assert.Equal("¿Cómo se llama?", Assert.Single(named.Fields).Label);
        await _desk.SubmitAsync(named, ("name", ""));
        Assert.Equal("De uno a cuarenta caracteres, y que ningún grupo se llame así todavía.", Assert.Single(_desk.Errors).Message);

        await _desk.CommandAsync("coach", "group new Plataforma");
        Assert.Equal("Por ahora han aceptado menos de cinco personas.", _desk.Reply!.Text);
        Assert.Equal(["Ligero", "Estándar", "Activo", "Cada persona elige"], _desk.Reply.Choices[1].Choices.Select(choice => choice.Label));
        Assert.Equal("/coach grupo Plataforma añadir @persona invita a quienes menciones.", _desk.Reply.Context);

        await _desk.PressAsync(_desk.Reply, "Pausar");
        var days = _desk.Form!;
        Assert.Equal("Pausar los avisos", days.Title);
        await _desk.SubmitAsync(days, ("from", "mañana no sé"), ("last", "2027-01-03"));
        Assert.Equal("No puedo leer eso como un día futuro. Prueba 21 dic.", Assert.Single(_desk.Errors).Message);
        var paused = Shown(await _desk.SubmitAsync(days, ("from", "2026-12-21"), ("last", "2027-01-03")));
        Assert.Equal(new Fact("Avisos en pausa", "del lunes 21 de diciembre al domingo 3 de enero de 2027"), Assert.Single(paused.Facts));
        Assert.Equal("Terminar la pausa del lunes 21 de diciembre", Assert.Single(paused.Choices[^1].Choices).Label);
    }

    [Fact]
    public async Task Each_is_invited_in_their_own_language_and_not_in_the_leads()
    {
        await _desk.CommandAsync("coach", "group new Plataforma");
        await MentionAsync("group Plataforma add @ben @carla", Ben, Carla);
        Assert.Equal("Se invitó a 2 personas. Cada persona decide por su cuenta; no digo quién lo hizo.", _desk.Reply!.Text);

        Assert.Equal("You are invited: Plataforma", (await InvitationAsync(Ben)).Title);
        var invitation = await InvitationAsync(Carla);
        Assert.Equal(Language.Spanish, invitation.Language);
        Assert.Equal("Tienes una invitación: Plataforma", invitation.Title);
        Assert.Equal(
            "Alguien que lidera el programa en tu empresa te invita a recibir coaching: avisos breves en un buen momento y una mano con las reuniones de dirección. "
            + "Ve cifras de cinco personas o más, y nunca lo que respondes, escribes o preparas.",
            invitation.Text);

        var declined = Shown(await _desk.PressAsync(invitation, "No, gracias", Carla));
        Assert.Equal("No se te volverá a preguntar, y no se avisa a nadie. /coach plan funciona igual, solo para ti.", declined.Text);
        await _desk.PressAsync(declined, "Aceptar de todos modos", Carla);
        await _desk.CommandAsync("coach", "groups", Carla);
        Assert.Equal("Tus grupos", _desk.Reply!.Title);
        Assert.Equal("Saliste de Plataforma", Shown(await _desk.PressAsync(_desk.Reply, "Salir", Carla)).Title);
    }

    [Fact]
    public async Task Whoever_is_no_lead_and_whoever_names_leads_are_told_so()
    {
        await _desk.CommandAsync("coach", "lead", Carla);
        Assert.Equal("Esto es para líderes del programa", _desk.Reply!.Title);
        await MentionAsync("lead remove @ana", Ana);
        Assert.Equal("No hay nadie más que lidere", _desk.Reply!.Title);
        await _desk.CommandAsync("coach", "lead add");
        Assert.Equal("Menciona a la persona, por ejemplo: /coach líder añadir @carla.", _desk.Reply!.Text);
    }

    [Fact]
    public async Task Whoever_installs_the_coach_is_told_in_their_own_language()
    {
        var mine = await _desk.Get<Installers>().WelcomeAsync(Carla, CancellationToken.None);
        Assert.Equal((Language.Spanish, "BotCoach está instalado"), (mine.Language, mine.Title));
        Assert.Equal("Si lo eliminas", Assert.Single(mine.Facts).Label);
        Assert.Equal((Language.English, "BotCoach is installed for all workspaces"), await TitleAsync(Ben));
        Assert.Equal((Language.Spanish, "BotCoach está instalado en todos los espacios de trabajo"), await TitleAsync(Carla));

        async Task<(Language, string?)> TitleAsync(PersonAddress installer) =>
            await _desk.Get<Installers>().WelcomeToAllAsync(installer, CancellationToken.None) is var card ? (card.Language, card.Title) : default;
    }

    [Fact]
    public async Task What_is_wrong_with_a_list_is_said_line_by_line()
    {
        await _desk.CommandAsync("coach", "group new Plataforma");
        await _desk.PressAsync(_desk.Reply!, "Invitar a personas");
        await _desk.SubmitAsync(_desk.Form!, ("emails", "ana@example.com\nnadie\nANA@example.com"));

        Assert.Equal("Plataforma: antes de invitar a nadie", _desk.Last.Card.Title);
        Assert.Equal("No hay nadie nuevo entre esas personas.", _desk.Last.Card.Text);
        var problems = Assert.Single(_desk.Last.Card.Facts);
        Assert.Equal("Para revisar", problems.Label);
        Assert.Equal(
            [
                "Línea 2: “nadie” no es una dirección de correo.",
                "Línea 3: ANA@example.com está dos veces.",
                "Ahora mismo no se puede buscar a personas por correo. No se hizo nada; prueba otra vez o menciónalas.",
            ],
            problems.Value.Split('\n'));
    }

    [Theory]
    [InlineData(1, "Se invitaría a 1 persona.", "Invitar a 1 persona", "1 persona a la que ya se invitó antes")]
    [InlineData(2, "Se invitaría a 2 personas.", "Invitar a 2 personas", "2 personas a las que ya se invitó antes")]
    public void One_person_is_no_people(int count, string text, string button, string leftOut)
    {
        var group = new Group("g1", "Plataforma", Plan: null, CoachDesk.MondayMorning);
        var people = Enumerable.Range(0, count).Select(number => Ana with { Person = $"p{number}" }).ToList();
        var card = GroupCards.DryRun(Language.Spanish, group, "e1", new Enrolment(people, count, []));

        Assert.Equal((text, button, leftOut), (card.Text, card.Choices[0].Choices[0].Label, card.Facts[0].Value));
    }

    private static Card Shown(ChatAnswer answer) => answer.Replacement ?? answer.Reply ?? answer.Posts[^1].Card;

    private Task<ChatAnswer> MentionAsync(string text, params PersonAddress[] mentioned) => _desk.TakeAsync(new CommandTurn
    {
        Id = Guid.NewGuid().ToString(),
        Person = Ana,
        Conversation = RecordingChannel.Direct(Ana),
        At = _desk.Clock.GetUtcNow(),
        Command = "coach",
        Text = text,
        Mentioned = mentioned,
    });

    // By day where they are: a person in Mexico is not asked in the night.
    private async Task<Card> InvitationAsync(PersonAddress person)
    {
        var page = await _desk.Get<DueTable>().ReadDueAsync(_desk.Get<ShardMap>().Of(person), _desk.Clock.GetUtcNow().AddDays(1), "", CancellationToken.None);
        var due = page.Rows.Select(row => row.Nudge).Single(nudge => nudge.Person == person);
        return Assert.IsType<NudgeDecision.Send>(await _desk.Get<NudgeDecider>().DecideAsync(due, due.DueAt.AddHours(9), CancellationToken.None)).Card;
    }
}
