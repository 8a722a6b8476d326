using System.Net;
using System.Net.Sockets;

namespace BotCoach.Host.Tests;

/// <summary>A setting that cannot be used ends the service with code 1 and one line that an operator can act upon.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botcoach-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Scheduling:PollSeconds", "0", "between 1 and 300")]
    [InlineData("Scheduling:PollSeconds", "", "must be a whole number")]
    [InlineData("Scheduling:Shards", "abc", "must be a whole number")]
    [InlineData("Scheduling:Shards", "1000", "between 1 and 999")]
    [InlineData("Scheduling:Shrads", "4", "is not a setting; there is Shards")]
    [InlineData("Scheduling:Postgres", "Host=127.0.0.1;Password=hush-hush", "Storage:Provider is Sqlite")]
    [InlineData("Telemetry:OtlpEndpoint", "collector:4317/hush", "must be an http or https address")]
    [InlineData("Telemetry:OtlpEndpoint", "/v1", "must be an http or https address")]
    [InlineData("Telemetry:TraceShare", "2", "between 0 and 1")]
    [InlineData("Telemetry:Endpoint", "http://127.0.0.1:4318", "is not a setting; there is OtlpEndpoint")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere", "must be an http or https address")]
    [InlineData("Retention:Months", "2", "between 3 and 120")]
    [InlineData("Retention:Months", "for ever", "must be a whole number")]
    [InlineData("Retention:Days", "30", "is not a setting; there is Months")]
    [InlineData("Slack:SigningSecrt", "hush-hush", "is not a setting; there is SigningSecret")]
    [InlineData("Slack:ApiBaseUrl", "ftp://slack.com/api/", "must be an https address")]
    [InlineData("Slack:ApiBaseUrl", "http://slack.com/api/", "must be an https address")]
    [InlineData("Slack:WorkspaceLimit", "fast", "must be windows such as 300/1m")]
    [InlineData("Slack:ConversationLimit", "", "must be windows such as 300/1m")]
    [InlineData("Slack:OpeningLimit", "50/0m", "must be windows such as 300/1m")]
    [InlineData("Teams:TenantLimit", "50", "must be windows such as 300/1m")]
    [InlineData("Teams:ConversationLimit", "7/1s 8/2s", "must be windows such as 300/1m")]
    [InlineData("Storage:Provider", "Nope", "must be Sqlite")]
    [InlineData("Storage:Provider", "7", "must be Sqlite")]
    [InlineData("Storage:Sqlite:Pth", "x.db", "is not a setting; there is Path")]
    [InlineData("Storage:Sqlite:Path", "", "required")]
    [InlineData("Summaries:Endpoint", "http://models.example/v1", "must be an https address")]
    [InlineData("Summaries:Endpoint", "nowhere", "must be an https address")]
    [InlineData("Summaries:TimeoutSeconds", "0", "between 1 and 60")]
    [InlineData("Summaries:Key", "hush-hush", "is not a setting; there is Endpoint")]
    public async Task A_value_that_cannot_be_used_is_named_with_its_key(string key, string value, string said)
    {
        var (code, errors) = await RunAsync($"--{key}={value}");

        Assert.Equal(1, code);
        Assert.StartsWith($"BotCoach cannot start. {key}", errors, StringComparison.Ordinal);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", errors, StringComparison.Ordinal);
        AssertOneLine(errors);
    }

    [Fact]
    public async Task A_key_without_an_endpoint_is_no_language_model_either()
    {
        var (code, errors) = await RunAsync("--Summaries:ApiKey=hush-hush");

        Assert.Equal(1, code);
        Assert.StartsWith("BotCoach cannot start. Summaries:Endpoint: must be set", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_without_a_model_is_no_language_model()
    {
        var (code, errors) = await RunAsync("--Summaries:Endpoint=https://models.example/v1");

        Assert.Equal(1, code);
        Assert.StartsWith("BotCoach cannot start. Summaries:Model: must name the model", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_in_a_section_is_said_at_once()
    {
        var (_, errors) = await RunAsync("--Scheduling:Shards=abc", "--Scheduling:PollSeconds=0", "--Scheduling:Pol=1");

        Assert.Contains("Scheduling:Shards must", errors, StringComparison.Ordinal);
        Assert.Contains("Scheduling:PollSeconds:", errors, StringComparison.Ordinal);
        Assert.Contains("Scheduling:Pol is not", errors, StringComparison.Ordinal);
        AssertOneLine(errors);
    }

    [Fact]
    public async Task An_account_whose_address_a_token_must_not_travel_to_ends_the_start_in_a_line()
    {
        var (code, errors) = await RunAsync("--Storage:Provider=AzureTables", "--Storage:AzureTables:ServiceUri=http://coach.table.core.windows.net");

        Assert.Equal(1, code);
        Assert.StartsWith("BotCoach cannot start. Storage:AzureTables:ServiceUri must be an https address", errors, StringComparison.Ordinal);
        AssertOneLine(errors);
    }

    [Fact]
    public async Task A_database_that_is_not_there_ends_the_start_in_a_line_without_its_password()
    {
        var (code, errors) = await RunAsync(
            "--Storage:Provider=AzureTables", "--Storage:AzureTables:ConnectionString=UseDevelopmentStorage=true",
            "--Scheduling:Postgres=Host=127.0.0.1;Port=1;Username=coach;Password=hush-hush");

        Assert.Equal(1, code);
        Assert.StartsWith("BotCoach cannot start. Scheduling:Postgres: the database cannot be used.", errors, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", errors, StringComparison.Ordinal);
        AssertOneLine(errors);
    }

    [Fact]
    public Task A_folder_is_no_store() => AssertStoreRefusedAsync(_folder.FullName);

    [Fact]
    public async Task A_file_is_no_folder_for_a_store()
    {
        await File.WriteAllTextAsync(InFolder("file"), "");
        await AssertStoreRefusedAsync(Path.Combine(InFolder("file"), "botcoach.db"));
    }

    [Fact]
    public async Task A_file_of_another_kind_is_no_store_and_stays_as_it_is()
    {
        var text = string.Join('\n', Enumerable.Repeat("Minutes of the last meeting.", 1_000));
        await File.WriteAllTextAsync(InFolder("minutes.txt"), text);
        await AssertStoreRefusedAsync(InFolder("minutes.txt"));

        Assert.Equal(text, await File.ReadAllTextAsync(InFolder("minutes.txt")));
    }

    // Root may write everywhere, except where the kernel itself has nothing to write to.
    [Fact]
    public Task A_place_that_cannot_be_written_to_is_none_for_a_store() => AssertStoreRefusedAsync("/proc/botcoach/botcoach.db");

    [Fact]
    public async Task An_address_that_is_taken_is_said_so()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (code, errors) = await RunAsync($"--urls=http://{other.LocalEndpoint}", $"--Storage:Sqlite:Path={InFolder("botcoach.db")}");

        Assert.Equal(1, code);
        Assert.Contains(other.LocalEndpoint.ToString()!, errors, StringComparison.Ordinal);
        AssertOneLine(errors);
    }

    private async Task AssertStoreRefusedAsync(string path)
    {
        var (code, errors) = await RunAsync($"--Storage:Sqlite:Path={path}");

        Assert.Equal(1, code);
        Assert.StartsWith("BotCoach cannot start. Storage:Sqlite:Path:", errors, StringComparison.Ordinal);
        Assert.Contains(path, errors, StringComparison.Ordinal);
        AssertOneLine(errors);
    }

    private async Task<(int Code, string Errors)> RunAsync(params IReadOnlyList<string> settings)
    {
        await using var errors = new StringWriter();
        // A host that runs after all fails the test instead of holding it up.
        var code = await BotCoachApp.RunAsync(
            ["--urls=http://127.0.0.1:0", $"--Storage:Sqlite:Path={InFolder("default.db")}", .. settings], errors).WaitAsync(TimeSpan.FromSeconds(30));
        return (code, errors.ToString());
    }

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);

    private static void AssertOneLine(string errors) => Assert.Single(errors.TrimEnd().Split('\n'));
}
