using BotCoach.Host;

namespace BotCoach.EndToEnd;

/// <summary>What an operator reads when the storage account cannot be used: one line that names the key and what to do.</summary>
public sealed class RefusedAccountTests : IAsyncLifetime
{
    private static readonly string _otherKey = Convert.ToBase64String(new byte[64]);

    private Azurite _azurite = null!;

    public async Task InitializeAsync() => _azurite = await Azurite.StartAsync(inMemory: true);

    public async Task DisposeAsync() => await _azurite.DisposeAsync();

    [Theory]
    [InlineData("Set Storage:AzureTables:ConnectionString or Storage:AzureTables:ServiceUri, one of the two.")]
    [InlineData(
        "Set Storage:AzureTables:ConnectionString or Storage:AzureTables:ServiceUri, one of the two.",
        "--Storage:AzureTables:ConnectionString=UseDevelopmentStorage=true", "--Storage:AzureTables:ServiceUri=https://acme.table.core.windows.net")]
    [InlineData(
        "Storage:AzureTables:ConnectionString cannot be used. In the connection string AccountKey is missing.",
        "--Storage:AzureTables:ConnectionString=AccountName=acme")]
    [InlineData(
        "Storage:AzureTables:ServiceUri must be an https address: a token must not travel in the open.",
        "--Storage:AzureTables:ConnectionString=", "--Storage:AzureTables:ServiceUri=http://acme.table.core.windows.net")]
    public async Task Settings_that_name_no_account(string said, params string[] settings) =>
        Assert.Equal($"BotCoach cannot start. {said}", await RefusalAsync(settings));

    [Fact]
    public async Task A_wrong_key()
    {
        var said = await RefusalAsync(
            $"--Storage:AzureTables:ConnectionString={_azurite.ConnectionString.Replace(Azurite.Key, _otherKey, StringComparison.Ordinal)}");

        Assert.StartsWith("BotCoach cannot start. Storage:AzureTables: the store cannot be opened. The table service refused the request", said, StringComparison.Ordinal);
        Assert.EndsWith("AccountKey is not a key of the account, or the account does not allow keys.", said, StringComparison.Ordinal);
        Assert.DoesNotContain(_otherKey, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_not_there() => Assert.StartsWith(
        "BotCoach cannot start. Storage:AzureTables: the store cannot be opened. There is no such storage account behind",
        await RefusalAsync($"--Storage:AzureTables:ConnectionString={_azurite.ConnectionString.Replace(Azurite.Account, "nosuchaccount", StringComparison.Ordinal)}"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_service_that_is_not_there() => Assert.Equal(
        "BotCoach cannot start. Storage:AzureTables: the store cannot be opened. The table service at 127.0.0.1 cannot be reached. "
            + "Does the storage account exist, and is the network up?",
        await RefusalAsync($"--Storage:AzureTables:ConnectionString={Azurite.ConnectionStringOn(FreePort.Next())}"));

    private static async Task<string> RefusalAsync(params string[] settings)
    {
        using var said = new StringWriter();
        var code = await BotCoachApp.RunAsync(["--Storage:Provider=AzureTables", .. settings], said);

        Assert.Equal(1, code);
        return said.ToString().Trim();
    }
}
