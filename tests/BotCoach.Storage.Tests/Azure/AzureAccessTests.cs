using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace BotCoach.Storage.Tests;

/// <summary>Getting in, and what the operator is told when that fails.</summary>
public sealed class AzureAccessTests(AzureAccessTests.Server server) : IClassFixture<AzureAccessTests.Server>
{
    private static readonly string OtherKey = Convert.ToBase64String(new byte[64]);

    [Fact]
    public async Task A_wrong_key_is_named()
    {
        var error = await FailureAsync(server.Azurite.ConnectionString.Replace(Azurite.Key, OtherKey, StringComparison.Ordinal));

        Assert.Contains("AccountKey", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(OtherKey, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-16, "behind")]
    [InlineData(16, "ahead")]
    public async Task A_clock_that_is_off_is_named_and_not_the_key(int minutes, string direction)
    {
        var clock = new ManualClock(TimeProvider.System.GetUtcNow().AddMinutes(minutes));

        // Azurite does not look at the date of a request; the service would refuse it just so.
        var error = await FailureAsync(server.Azurite.ConnectionString.Replace(Azurite.Key, OtherKey, StringComparison.Ordinal), clock);

        Assert.Contains("the clock of this machine is 16 minutes", error.Message, StringComparison.Ordinal);
        Assert.Contains(direction, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_the_service_does_not_know_is_named()
    {
        var error = await FailureAsync(server.Azurite.ConnectionString.Replace(Azurite.Account, "nosuchaccount", StringComparison.Ordinal));

        Assert.Contains("no such storage account", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_whose_host_does_not_exist_is_named()
    {
        var error = await FailureAsync($"AccountName=nosuch;AccountKey={OtherKey};EndpointSuffix=invalid");

        Assert.Contains("nosuch.table.invalid", error.Message, StringComparison.Ordinal);
        Assert.Contains("Does the storage account exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_where_nothing_listens_is_unavailable()
    {
        var error = await FailureAsync(Azurite.ConnectionStringOn(FreePort.Next()));

        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_unavailable_at_the_deadline()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var store = new AzureTableStore(
            new AzureTableStoreOptions
            {
                ConnectionString = Azurite.ConnectionStringOn(((IPEndPoint)silent.LocalEndpoint).Port),
                Deadline = TimeSpan.FromSeconds(1),
                AttemptTime = TimeSpan.FromSeconds(30),
            },
            TimeProvider.System);

        var error = await Assert.ThrowsAsync<TableUnavailableException>(() => store.CheckAsync(CancellationToken.None));

        Assert.Contains("in time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_access_signature_opens_what_it_is_for_and_no_more()
    {
        await using var store = new AzureTableStore(new AzureTableStoreOptions { ConnectionString = Signed("rwdlacu") }, TimeProvider.System);
        await store.CheckAsync(CancellationToken.None);

        var error = await FailureAsync(Signed("r"));
        Assert.Contains("SharedAccessSignature", error.Message, StringComparison.Ordinal);
    }

    private static async Task<TableUnavailableException> FailureAsync(string connectionString, TimeProvider? clock = null)
    {
        var options = new AzureTableStoreOptions { ConnectionString = connectionString, Retries = 0 };
        await using var store = new AzureTableStore(options, clock ?? TimeProvider.System);
        return await Assert.ThrowsAsync<TableUnavailableException>(() => store.EnsureTablesAsync(["Rows"], CancellationToken.None));
    }

    /// <summary>A connection string with an account signature, made as "Create an account SAS" (learn.microsoft.com) says.</summary>
    private string Signed(string permissions)
    {
        var expiry = TimeProvider.System.GetUtcNow().AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var text = $"{Azurite.Account}\n{permissions}\nt\nsco\n\n{expiry}\n\n\n2019-02-02\n";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Azurite.Key), Encoding.UTF8.GetBytes(text)));
        return $"TableEndpoint={server.Azurite.Endpoint};SharedAccessSignature="
            + $"?sv=2019-02-02&ss=t&srt=sco&sp={permissions}&se={Uri.EscapeDataString(expiry)}&sig={Uri.EscapeDataString(signature)}";
    }

    public sealed class Server() : AzuriteServer(inMemory: true);
}
