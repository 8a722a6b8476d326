using System.Net;
using BotCoach.Chat;
using BotCoach.Coaching;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Host.Tests;

/// <summary>Links and sessions where two hosts share one Azure Table Storage, as Azurite has it, and one key ring.</summary>
public sealed class LinksOnTwoNodesTests : IAsyncLifetime
{
    private static readonly PersonAddress _anna = new("slack", "T1", "anna");

    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("botcoach-keys-");
    private readonly List<WebVisitor> _visitors = [];
    private Azurite _azurite = null!;
    private RunningHost _one = null!;
    private RunningHost _other = null!;

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartAsync(inMemory: true);
        (_one, _other) = (await StartAsync(), await StartAsync());
        Assert.True(await _one.Services.GetRequiredService<Leads>().NameFirstAsync(_anna, default));
    }

    public async Task DisposeAsync()
    {
        foreach (var visitor in _visitors)
        {
            await visitor.DisposeAsync();
        }

        await _one.DisposeAsync();
        await _other.DisposeAsync();
        await _azurite.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    [Fact]
    public async Task A_link_of_one_works_once_at_the_other_and_its_session_at_both()
    {
        var (here, there) = (At(_one), At(_other));
        var link = here.Link(OneTimePage.Insights, _anna).PathAndQuery;
        Assert.Equal((HttpStatusCode.OK, "/insights"), await EnterAsync(there, link));

        Assert.Equal(HttpStatusCode.Gone, (await At(_one).PostAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await At(_other).PostAsync(link)).Status);
        foreach (Cookie cookie in there.Cookies.GetAllCookies())
        {
            here.Cookies.Add(cookie);
        }

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/insights")).Status);
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_both_at_once_one_gets_in()
    {
        var link = At(_one).Link(OneTimePage.Insights, _anna).PathAndQuery;
        var visitors = Enumerable.Range(0, 8).Select(number => At(number % 2 == 0 ? _one : _other)).ToList();
        var replies = await Task.WhenAll(visitors.Select(visitor => visitor.PostAsync(link)));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(7, replies.Count(reply => reply.Status == HttpStatusCode.Gone));
    }

    [Fact]
    public async Task Whoever_stops_being_a_lead_is_out_at_both()
    {
        var there = At(_other);
        await EnterAsync(there, At(_one).Link(OneTimePage.Insights, _anna).PathAndQuery);
        var groups = _one.Services.GetRequiredService<GroupsTable>();
        await groups.WriteAsync([GroupsTable.DeleteLead(_anna)], default);

        Assert.Equal(HttpStatusCode.Forbidden, (await there.GetAsync("/insights")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Path)> EnterAsync(WebVisitor visitor, string link) =>
        await visitor.PostAsync(link) is var entered ? (entered.Status, entered.Path) : default;

    private WebVisitor At(RunningHost host)
    {
        var visitor = host.Visitor();
        _visitors.Add(visitor);
        return visitor;
    }

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync(
        ("environment", "Development"),
        ("Storage:Provider", "AzureTables"),
        ("Storage:AzureTables:ConnectionString", _azurite.ConnectionString),
        ("Keys:Path", _keys.FullName));
}
