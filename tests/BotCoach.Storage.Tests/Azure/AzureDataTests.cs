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

        var row = await AzuriteRows.ReadAsync(server.Azurite, "People(PartitionKey='T1%20anna',RowKey='reply%201')");

        Assert.Equal(("T1 anna", "reply 1"), (row.Partition, row.Row));
        Assert.Equal("Edm.String", row.Columns[TableRules.WriteIdName].Type);
        Assert.True(Guid.TryParseExact(row.Columns[TableRules.WriteIdName].Text, "N", out _));
        Assert.Equal(
            [
                "Text:Edm.String=Grüße",
                "Scale:Edm.Int32=4",
                "Total:Edm.Int64=5",
                "Share:Edm.Double=1.0",
                "Shared:Edm.Boolean=true",
                "At:Edm.DateTime=2026-11-23T08:02:00.0000001Z",
                "Turn:Edm.Guid=00000000-0000-0000-0000-000000000000",
                "Digest:Edm.Binary=AQID",
            ],
            row.Columns.Where(column => column.Key != TableRules.WriteIdName).Select(column => $"{column.Key}:{column.Value.Type}={column.Value.Text}"));
    }

    public sealed class Server() : AzuriteServer(inMemory: true);
}
