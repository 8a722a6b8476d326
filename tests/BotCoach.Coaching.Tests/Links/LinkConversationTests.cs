using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

public sealed class LinkConversationTests : IAsyncLifetime
{
    private readonly Links _links = new();
    private CoachDesk _desk = null!;

    private PersonAddress Ben => _desk.Anna with { Person = "ben" };

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync(configure: services => services
        .AddSingleton<IOneTimeLinks>(_links)
        .AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna" })));

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_lead_gets_a_link_to_the_insights()
    {
        await _desk.CommandAsync("coach", "insights");
        Assert.Equal(new CardLink("Open insights", new Uri("https://coach.example/Insights/anna")), _desk.Reply!.Link);
    }

    [Fact]
    public async Task Whoever_is_no_lead_gets_no_link_to_the_insights()
    {
        await _desk.CommandAsync("coach", "insights", Ben);
        Assert.Equal("This is for programme leads", _desk.Reply!.Title);
        Assert.Null(_desk.Reply.Link);
        Assert.Equal(0, _links.Made);
    }

    [Fact]
    public async Task Everybody_gets_a_link_to_their_own_copy()
    {
        await _desk.CommandAsync("coach", "export", Ben);
        Assert.Equal(new CardLink("Get your copy", new Uri("https://coach.example/Export/ben")), _desk.Reply!.Link);

        await _desk.SayAsync("coach export", Ben);
        Assert.Equal(_desk.Last.Card.Link, new CardLink("Get your copy", new Uri("https://coach.example/Export/ben")));
    }

    [Theory]
    [InlineData("insights")]
    [InlineData("export")]
    public async Task Without_an_address_the_card_says_what_is_to_be_set(string words)
    {
        _links.HasAddress = false;
        await _desk.CommandAsync("coach", words);
        Assert.Null(_desk.Reply!.Link);
        Assert.Contains("Host:PublicUrl", _desk.Reply.Text, StringComparison.Ordinal);
    }

    private sealed class Links : IOneTimeLinks
    {
        public bool HasAddress { get; set; } = true;

        public int Made { get; private set; }

        public Uri? Make(OneTimePage page, PersonAddress person)
        {
            Made++;
            return HasAddress ? new Uri($"https://coach.example/{page}/{person.Person}") : null;
        }
    }
}
