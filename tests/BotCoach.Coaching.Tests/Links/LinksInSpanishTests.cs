using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

public sealed class LinksInSpanishTests
{
    [Theory]
    [InlineData("https://coach.example/informes", "Qué ayuda a tus grupos", "Abrir los informes")]
    [InlineData(null, "Todavía no puedo abrir una página", null)]
    public async Task A_lead_in_Mexico_is_told_what_the_link_opens(string? address, string title, string? label)
    {
        await using var desk = await CoachDesk.OpenAsync(configure: services => services
            .AddSingleton<IOneTimeLinks>(new Links(address is null ? null : new Uri(address)))
            .AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna" })));
        desk.Channel.People = _ => new PersonLookup.Found("Ana", "America/Mexico_City", "es-MX");
        await desk.CommandAsync("coach", "insights");

        Assert.Equal((title, label), (desk.Reply!.Title, desk.Reply.Link?.Label));
    }

    private sealed class Links(Uri? address) : IOneTimeLinks
    {
        public Uri? Make(OneTimePage page, PersonAddress person) => address;
    }
}
