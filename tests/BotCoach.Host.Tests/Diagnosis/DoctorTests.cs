using System.Text;
using BotCoach.Slack;

namespace BotCoach.Host.Tests;

/// <summary>What the doctor says of machines that something is wrong with. docs/doctor.md shows the same, word for word.</summary>
public sealed class DoctorTests
{
    private static readonly string[] _slackIsSetUp = ["--Slack:SigningSecret=hush-secret", "--Slack:BotToken=xoxb-hush"];

    [Fact]
    public async Task A_machine_that_is_well_is_told_so()
    {
        await using var patient = await DoctorPatient.StartAsync();
        await patient.LiveAsync();

        var (code, said) = await patient.AskAsync(_slackIsSetUp);

        Assert.Equal(0, code);
        Assert.EndsWith($"Nothing is wrong.{Environment.NewLine}", said, StringComparison.Ordinal);
        Assert.Contains("connected as botcoach to Northwind", said, StringComparison.Ordinal);
        Assert.Contains("A row was written, read and deleted; 2 shards.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_a_store_stays_without_one()
    {
        await using var patient = await DoctorPatient.StartAsync();

        var (code, said) = await patient.AskAsync();

        Assert.Equal(0, code);
        Assert.Contains("note  Store", said, StringComparison.Ordinal);
        Assert.False(File.Exists(patient.StorePath));
        Assert.False(Directory.Exists(patient.KeysPath));
    }

    [Fact]
    public async Task The_doctor_looks_while_the_service_runs_and_leaves_no_row_behind()
    {
        using var keys = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(("Keys:Path", keys.Path));
        await using var said = new StringWriter();

        var code = await DoctorCommand.RunAsync(["doctor", $"--urls={host.Address}", $"--Storage:Sqlite:Path={host.StorePath}", $"--Keys:Path={keys.Path}"], said, said);

        Assert.Equal(0, code);
        Assert.Contains($"Runs at {host.Address}, and is ready.", said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("loudly")]
    [InlineData("--Slack:BotToken")]
    public async Task A_command_line_that_cannot_be_read_shows_how_to_write_it(string argument)
    {
        await using var said = new StringWriter();

        Assert.Equal(2, await DoctorCommand.RunAsync(["doctor", argument], said, said));
        Assert.StartsWith("Usage:", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_of_the_configuration_is_looked_at()
    {
        var sections = new[] { typeof(BotCoachApp), typeof(SlackOptions), typeof(Teams.TeamsOptions), typeof(Scheduling.SchedulingOptions), typeof(Coaching.ProgrammeOptions) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Select(type => type.GetField("Section")?.GetRawConstantValue())
            .OfType<string>();

        Assert.Equal(sections.Order(StringComparer.Ordinal), SettingsExamination.Sections.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_five_machines_is_said_as_the_page_for_operators_shows_it()
    {
        var text = new StringBuilder(Introduction);
        foreach (var (title, prepare, settings) in Cases)
        {
            await using var patient = await DoctorPatient.StartAsync();
            await prepare(patient);
            var (code, said) = await patient.AskAsync(settings);
            Assert.Equal(1, code);
            Assert.DoesNotContain("hush", said, StringComparison.Ordinal);
            text.Append('\n').Append("## ").Append(title).Append("\n\n```\n").Append(said.ReplaceLineEndings("\n")).Append("```\n");
        }

        var page = Path.Combine(RepositoryRoot.Path, "docs", "doctor.md");
        if (Environment.GetEnvironmentVariable("BOTCOACH_REWRITE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(page, text.ToString());
        }

        Assert.Equal(text.ToString(), await File.ReadAllTextAsync(page));
    }

    private const string Introduction = """
        # The doctor

        ```
        dotnet BotCoach.Host.dll doctor
        ```

        looks at everything that the service needs, and says of each thing that it is right (`ok`), that it works with a reservation
        or is not used (`note`), or what to do (`WRONG`). It reads the same settings as the service: run it in the same folder with
        the same environment, while the service runs or not. It ends with code 0 when nothing is wrong, 1 when something is, 2 when
        it was called in a way that it cannot read. It changes nothing but a row of its own, which it deletes, and it prints no secret.

        This page is written by `DoctorTests`; below is what it says of five machines that something is wrong with.

        """;

    private static IEnumerable<(string Title, Func<DoctorPatient, Task> Prepare, string[] Settings)> Cases =>
    [
        ("A key is mistyped, and a value is out of range", _ => Task.CompletedTask, ["--Slack:SigningSecrt=hush-secret", "--Slack:BotToken=xoxb-hush", "--Scheduling:PollSeconds=0"]),
        (
            "The app was removed from the workspace, and the clock runs off",
            async patient =>
            {
                await patient.LiveAsync();
                patient.Reply = """{"ok":false,"error":"account_inactive"}""";
                patient.Ahead = TimeSpan.FromDays(1);
            },
            _slackIsSetUp),
        (
            "The app was made from an older manifest, and the secrets changed places",
            async patient =>
            {
                await patient.LiveAsync();
                patient.Scopes = "chat:write,commands,im:history,im:write,users:read";
            },
            ["--Slack:SigningSecret=xoxb-hush", "--Slack:BotToken=xoxb-hush"]),
        (
            "The store was restored, and its keys were not",
            async patient =>
            {
                await patient.LiveAsync();
                Directory.Delete(patient.KeysPath, recursive: true);
            },
            _slackIsSetUp),
        (
            "The store is another program's file, the nodes' database is away, and nothing leads to the service",
            async patient => await File.WriteAllTextAsync(patient.StorePath, string.Join('\n', Enumerable.Repeat("Minutes of the last meeting.", 1_000))),
            [
                "--Scheduling:Postgres=Host=127.0.0.1;Password=hush", "--Host:PublicUrl=http://localhost:1", "--Telemetry:OtlpEndpoint=http://localhost:2",
            ]),
    ];
}
