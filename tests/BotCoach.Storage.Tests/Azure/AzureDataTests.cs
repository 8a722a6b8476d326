using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BotCoach.Storage.Tests;

/// <summary>What another client of the account sees.</summary>
public sealed class AzureDataTests(AzureDataTests.Server server) : IClassFixture<AzureDataTests.Server>
{
    [Fact]
    public async Task A_row_is_columns_of_their_types_under_their_names()
    {
        await using var store = new AzureTableStore(
            new AzureTableStoreOptions { ConnectionString = server.Azurite.ConnectionString }, TimeProvider.System);
        await store.EnsureTablesAsync(["People"], CancellationToken.None);
        await store.Table("People").WriteAsync(
            [
                new RowWrite.Insert
                {
                    Key = new RowKey("T1 anna", "reply 1"),
                    Properties = new()
                    {
                        { "Text", "Grüße" },
                        { "Scale", 4 },
                        { "Total", 5L },
                        { "Share", 1d },
                        { "Shared", true },
                        { "At", new DateTimeOffset(2026, 11, 23, 8, 2, 0, TimeSpan.Zero).AddTicks(1) },
                        { "Turn", Guid.Empty },
                        { "Digest", (byte[])[1, 2, 3] },
                    },
                },
            ],
            CancellationToken.None);

        var row = await GetAsync("/People(PartitionKey='T1%20anna',RowKey='reply%201')");

        Assert.Equal(
            """
            PartitionKey="T1 anna" RowKey="reply 1" Text="Grüße" Scale=4 Total:Edm.Int64="5" Share=1.0 Shared=true
            At:Edm.DateTime="2026-11-23T08:02:00.0000001Z" Turn:Edm.Guid="00000000-0000-0000-0000-000000000000" Digest:Edm.Binary="AQID"
            """.ReplaceLineEndings(" "),
            string.Join(' ', row.EnumerateObject()
                .Where(column => !column.Name.Contains("odata", StringComparison.Ordinal) && column.Name is not ("Timestamp" or TableRules.WriteIdName))
                .Select(column => $"{column.Name}{Type(row, column.Name)}={column.Value.GetRawText()}")));
        Assert.Equal(":Edm.Guid", Type(row, TableRules.WriteIdName));
    }

    private static string Type(JsonElement row, string column) =>
        row.TryGetProperty($"{column}@odata.type", out var type) ? $":{type.GetString()}" : "";

    private async Task<JsonElement> GetAsync(string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Azurite.Endpoint}{path}"));
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{date}\n/{Azurite.Account}{request.RequestUri!.AbsolutePath}");
        request.Headers.Add("x-ms-date", date);
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=minimalmetadata");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"SharedKeyLite {Azurite.Account}:{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Azurite.Key), signed))}");
        using var response = await http.SendAsync(request);
        return JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement;
    }

    public sealed class Server() : AzuriteServer(inMemory: true);
}
