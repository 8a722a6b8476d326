using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Host.Tests;

public sealed class DeliveriesCommandTests
{
    private static readonly PersonAddress Anna = new("slack", "T0LOCAL", "U0ANNA");

    private static readonly NudgeKey Nudge = new(new DateOnly(2026, 11, 23), "align-with-manager", "0");

    [Fact]
    public async Task What_was_given_up_is_listed_and_sent_after_all_while_the_service_runs()
    {
        await using var slack = await SlackApi.StartAsync();
        await using var host = await StartAsync(slack.Address);
        var key = await GiveUpAsync(host);
        var (code, list) = await RunAsync(host, "list");

        Assert.Equal(0, code);
        Assert.Contains("internal_error", list, StringComparison.Ordinal);
        Assert.Contains($"  slack/T0LOCAL/U0ANNA/{key}", list, StringComparison.Ordinal);
        Assert.EndsWith("One nudge was given up.", list, StringComparison.Ordinal);

        Assert.Equal((0, $"slack/T0LOCAL/U0ANNA/{key}  is due again"), await RunAsync(host, "retry", $"slack/T0LOCAL/U0ANNA/{key}"));
        await Poll.UntilAsync(() => Task.FromResult(slack.Sent == 1), Poll.Patience, "the nudge");
        Assert.Equal((0, "No nudge was given up."), await RunAsync(host, "list"));
        var (missing, why) = await RunAsync(host, "retry", $"slack/T0LOCAL/U0ANNA/{key}");
        Assert.Equal(1, missing);
        Assert.StartsWith($"No nudge of the key slack/T0LOCAL/U0ANNA/{key} is on the list.", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_a_workspace_are_put_back_and_what_is_left_out_is_said()
    {
        await using var slack = await SlackApi.StartAsync();
        await using var host = await StartAsync(slack.Address);
        var key = await GiveUpAsync(host);
        await host.Services.GetRequiredService<FailuresTable>().KeepAsync([Failure(Anna with { Person = "U0GONE" }, DateTimeOffset.UnixEpoch, Nudge)], default);

        Assert.Equal((0, "0 of 0 are due again."), await RunAsync(host, "retry", "--all", "--workspace", "T9"));
        Assert.Equal((0, "0 of 0 are due again."), await RunAsync(host, "retry", "--all", "--since", "2099-01-01"));
        var (code, said) = await RunAsync(host, "retry", "--all", "--workspace", "T0LOCAL");
        Assert.Equal(0, code);
        Assert.Contains($"slack/T0LOCAL/U0ANNA/{key}  is due again", said, StringComparison.Ordinal);
        Assert.Contains($"slack/T0LOCAL/U0GONE/{Nudge}  is left out: the plan", said, StringComparison.Ordinal);
        Assert.EndsWith("1 of 2 are due again.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deliveries")]
    [InlineData("deliveries", "lists")]
    [InlineData("deliveries", "list", "slack/T/U/20261123.a.0")]
    [InlineData("deliveries", "list", "--all")]
    [InlineData("deliveries", "list", "--since")]
    [InlineData("deliveries", "list", "--since", "yesterday")]
    [InlineData("deliveries", "list", "--since", "99999d")]
    [InlineData("deliveries", "list", "--sinse", "24h")]
    [InlineData("deliveries", "retry")]
    [InlineData("deliveries", "retry", "20261123.a.0")]
    [InlineData("deliveries", "retry", "slack/T/U/20261123.a.0", "--all")]
    [InlineData("deliveries", "retry", "slack/T/U/20261123.a.0", "--since", "24h")]
    [InlineData("deliveries", "retry", "slack/T!/U/20261123.a.0")]
    public async Task A_command_line_that_is_not_understood_is_answered_with_the_usage(params string[] args)
    {
        using var said = new StringWriter();

        Assert.Equal(2, await BotCoachApp.RunAsync(args, said));
        Assert.StartsWith("Usage: BotCoach.Host deliveries list", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_named_and_not_made()
    {
        var path = Path.Combine(Path.GetTempPath(), $"botcoach-{Guid.NewGuid():N}.db");
        using var said = new StringWriter();

        Assert.Equal(1, await BotCoachApp.RunAsync(["deliveries", "list", $"--Storage:Sqlite:Path={path}"], said));
        Assert.StartsWith($"There is no store at {path};", said.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23T00:00:00Z")]
    [InlineData("2026-11-23T09:15Z", "2026-11-23T09:15:00Z")]
    [InlineData("2026-11-23T09:15:30+01:00", "2026-11-23T08:15:30Z")]
    [InlineData("90m", "2026-11-24T10:30:00Z")]
    [InlineData("24h", "2026-11-23T12:00:00Z")]
    [InlineData("7d", "2026-11-17T12:00:00Z")]
    public void A_time_is_a_date_an_instant_or_how_long_ago(string text, string time)
    {
        Assert.True(TimeOption.TryRead(text, new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), out var read));
        Assert.Equal(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), read);
    }

    [Fact]
    public void A_key_is_read_as_it_is_shown_whatever_it_holds()
    {
        var failure = Failure(new PersonAddress("teams", "6d2e 9f/1!", "29:1_\u00e4/b%"), DateTimeOffset.UnixEpoch, Nudge with { Try = "later-ab" });

        Assert.True(DeliveryName.TryParse(DeliveryName.Of(failure).ToString(), out var read));
        Assert.Equal((failure.Person, failure.Key), (read.Person, read.Nudge));
    }

    private static Task<RunningHost> StartAsync(string slack) =>
        RunningHost.StartAsync(("Slack:SigningSecret", "hush"), ("Slack:BotToken", "xoxb-1"), ("Slack:ApiBaseUrl", slack));

    // A person whose nudge of a moment ago was given up; without quiet hours, whatever the time of the day.
    private static async Task<NudgeKey> GiveUpAsync(RunningHost host)
    {
        var now = TimeProvider.System.GetUtcNow();
        var plan = new RowProperties
        {
            { "Template", "standard" }, { "Cron", "0 15 9 ? * MON-FRI" }, { "WorkingDays", "Monday" }, { "QuietFrom", "08:00" }, { "QuietUntil", "08:00" },
            { "DailyCap", 1 }, { "Status", "Active" }, { "Version", "v1" }, { "Since", now.AddDays(-1) }, { "FirstSequence", 0 },
        };
        var profile = new RowProperties { { "Zone", "Etc/UTC" }, { "Conversation", "D0ANNA" }, { "MetAt", now.AddDays(-1) } };
        await host.Services.GetRequiredService<ITableStore>().Table(PeopleTable.Name).WriteAsync(
            [
                new RowWrite.Insert { Key = PeopleTable.Plan(Anna), Properties = plan },
                new RowWrite.Insert { Key = PeopleTable.Profile(Anna), Properties = profile },
            ],
            default);
        var key = NudgeKey.OfPractice(DateOnly.FromDateTime(now.UtcDateTime), "align-with-manager", 0);
        await host.Services.GetRequiredService<FailuresTable>().KeepAsync([Failure(Anna, now, key)], default);
        return key;
    }

    private static FailedNudge Failure(PersonAddress person, DateTimeOffset at, NudgeKey key) => new(
        new DueNudge { Person = person, Kind = NudgeKind.Practice, DueAt = at, Version = "v1" }, key, at, "internal_error");

    private static async Task<(int Code, string Said)> RunAsync(RunningHost host, params string[] words)
    {
        using var said = new StringWriter();
        var code = await DeliveriesCommand.RunAsync(["deliveries", .. words, $"--Storage:Sqlite:Path={host.StorePath}"], said, said);
        return (code, said.ToString().TrimEnd());
    }
}
