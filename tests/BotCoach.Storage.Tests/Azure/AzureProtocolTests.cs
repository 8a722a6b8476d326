using System.Net;
using Azure.Core;
using Azure.Identity;
using static BotCoach.Storage.Tests.ScriptedService;

namespace BotCoach.Storage.Tests;

/// <summary>What the service does and Azurite does not.</summary>
public sealed class AzureProtocolTests : IDisposable
{
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";

    private readonly ScriptedService _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Empty_pages_with_a_token_are_read_over()
    {
        _service
            .Then(() => Answer(HttpStatusCode.OK, """{"value":[]}""", (NextPartition, "1!4!cA=="), (NextRow, "1!4!YQ--")))
            .Then(() => Answer(HttpStatusCode.OK, """{"value":[]}""", (NextPartition, "1!4!cB=="), (NextRow, "1!4!YQ--")))
            .Then(() => Answer(HttpStatusCode.OK, Rows("c"), (NextPartition, "1!4!cC=="), (NextRow, "1!4!YQ--")))
            .Then(() => Answer(HttpStatusCode.OK, """{"value":[]}"""));
        await using var store = await _service.OpenAsync();

        var page = await store.Table("Rows").QueryAsync(new RowRange("p"), 10, CancellationToken.None);
        Assert.Equal("c", Assert.Single(page.Rows).Key.Row);
        Assert.Equal("c ", page.Next);

        var last = await store.Table("Rows").QueryAsync(new RowRange("p", page.Next!), 10, CancellationToken.None);
        Assert.Equal((0, null), (last.Rows.Count, last.Next));
        Assert.Equal(
            [
                "GET /Rows()?$filter=PartitionKey%20eq%20%27p%27&$top=10",
                "GET /Rows()?$filter=PartitionKey%20eq%20%27p%27&$top=10&NextPartitionKey=1%214%21cA%3D%3D&NextRowKey=1%214%21YQ--",
                "GET /Rows()?$filter=PartitionKey%20eq%20%27p%27&$top=10&NextPartitionKey=1%214%21cB%3D%3D&NextRowKey=1%214%21YQ--",
                "GET /Rows()?$filter=PartitionKey%20eq%20%27p%27%20and%20RowKey%20ge%20%27c%20%27&$top=10",
            ],
            _service.Requests.Select(request => request.Replace("'", "%27", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_passing_failure_is_tried_again(HttpStatusCode status)
    {
        _service.Then(() => Error(status, "Busy")).Then(Written);
        await using var store = await _service.OpenAsync();

        Assert.IsType<WriteResult.Written>(await InsertAsync(store));

        Assert.Equal(["POST /Rows", "POST /Rows"], _service.Requests);
    }

    [Fact]
    public async Task A_failure_that_does_not_pass_is_unavailable_with_its_code()
    {
        _service.Then(() => Error(HttpStatusCode.ServiceUnavailable, "ServerBusy")).Then(() => Error(HttpStatusCode.ServiceUnavailable, "ServerBusy"));
        await using var store = await _service.OpenAsync(new() { ConnectionString = "AccountName=acme;AccountKey=AAAA", Retries = 1 });

        var error = await Assert.ThrowsAsync<TableUnavailableException>(() => InsertAsync(store));

        Assert.Contains("503 ServerBusy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_after_a_request_that_was_turned_away_is_a_conflict()
    {
        _service
            .Then(() => Error(HttpStatusCode.ServiceUnavailable, "ServerBusy"))
            .Then(() => Error(HttpStatusCode.Conflict, "EntityAlreadyExists"));
        await using var store = await _service.OpenAsync();

        Assert.Equal(new WriteResult.AlreadyExists(0), await InsertAsync(store));
    }

    [Fact]
    public async Task A_conflict_after_a_request_that_may_have_run_is_looked_into()
    {
        _service
            .Then(() => Error(HttpStatusCode.InternalServerError, "OperationTimedOut"))
            .Then(() => Error(HttpStatusCode.Conflict, "EntityAlreadyExists"))
            .Then(() => Answer(HttpStatusCode.OK, Row("a")));
        await using var store = await _service.OpenAsync();

        await Assert.ThrowsAsync<TableUnavailableException>(() => InsertAsync(store));

        Assert.Equal(3, _service.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again()
    {
        _service.Then(() => Broken("""{"value":[""")).Then(() => Answer(HttpStatusCode.OK, Rows("a")));
        await using var store = await _service.OpenAsync();

        var page = await store.Table("Rows").QueryAsync(new RowRange("p"), 10, CancellationToken.None);

        Assert.Equal("a", Assert.Single(page.Rows).Key.Row);
    }

    [Fact]
    public async Task A_transaction_whose_answer_breaks_off_may_have_run()
    {
        _service
            .Then(() => Broken("--batchresponse\r\n"))
            .Then(() => Answer(HttpStatusCode.Accepted, "HTTP/1.1 409 Conflict\r\n\r\n" + """{"odata.error":{"code":"EntityAlreadyExists","message":{"value":"0:Words."}}}"""))
            .Then(() => Answer(HttpStatusCode.NotFound, """{"odata.error":{"code":"ResourceNotFound"}}"""))
            .Then(() => Answer(HttpStatusCode.OK, Row("b")));
        await using var store = await _service.OpenAsync();

        await Assert.ThrowsAsync<TableUnavailableException>(() => store.Table("Rows").WriteAsync([Insert("a"), Insert("b")], CancellationToken.None));

        Assert.Equal(4, _service.Requests.Count);
    }

    [Fact]
    public async Task Rows_of_one_answer_may_have_different_columns_in_any_order()
    {
        const string Row = """{"odata.etag":"1","PartitionKey":"p","RowKey":"r","Timestamp@odata.type":"Edm.DateTime","Timestamp":"2026-11-23T08:02:00Z",""";
        _service.Then(() => Answer(HttpStatusCode.OK, $$"""
            {"odata.metadata":"x","value":[
            {{Row}}"At@odata.type":"Edm.DateTime","At":"2026-11-23T08:02:00.0000001Z","Words":"same","Scale":4},
            {{Row}}"Words":"same","Scale":5,"At@odata.type":"Edm.DateTime","At":"2026-11-23T08:02:00.0000002Z"},
            {{Row}}"Total@odata.type":"Edm.Int64","Share@odata.type":"Edm.Double","Total":"4","Share":4,"Words":"s\u0061me"},
            {{Row}}"Words":null,"Share@odata.type":"Edm.Double","Share":"-Infinity"}]}
            """));
        await using var store = await _service.OpenAsync();

        var page = await store.Table("Rows").QueryAsync(new RowRange("p"), 10, CancellationToken.None);

        var at = new DateTimeOffset(2026, 11, 23, 8, 2, 0, TimeSpan.Zero);
        Assert.Equal<IEnumerable<KeyValuePair<string, object>>>(
            [
                [new("At", at.AddTicks(1)), new("Words", "same"), new("Scale", 4)],
                [new("Words", "same"), new("Scale", 5), new("At", at.AddTicks(2))],
                [new("Total", 4L), new("Share", 4d), new("Words", "same")],
                [new("Share", double.NegativeInfinity)],
            ],
            page.Rows.Select(row => row.Properties));
    }

    [Fact]
    public async Task A_type_that_comes_too_late_is_not_passed_over()
    {
        _service.Then(() => Answer(HttpStatusCode.OK, """{"PartitionKey":"p","RowKey":"a","Total":"4","Total@odata.type":"Edm.Int64"}"""));
        await using var store = await _service.OpenAsync();

        await Assert.ThrowsAsync<TableUnavailableException>(
            () => store.Table("Rows").ReadAsync(new RowKey("p", "a"), CancellationToken.None));
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_is_made_when_it_is_gone()
    {
        _service.Then(() => Error(HttpStatusCode.Conflict, "TableBeingDeleted")).Then(() => Answer(HttpStatusCode.NoContent));
        await using var store = await _service.OpenAsync();

        await store.EnsureTablesAsync(["Other"], CancellationToken.None);

        Assert.Equal(["POST /Tables", "POST /Tables"], _service.Requests);
    }

    [Fact]
    public async Task A_merge_that_makes_too_large_a_row_breaks_a_rule()
    {
        _service.Then(() => Error(HttpStatusCode.BadRequest, "EntityTooLarge"));
        await using var store = await _service.OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => InsertAsync(store));
    }

    [Fact]
    public async Task A_table_that_somebody_removed_is_unavailable_and_no_missing_row()
    {
        _service.Then(() => Error(HttpStatusCode.NotFound, "TableNotFound"));
        await using var store = await _service.OpenAsync();

        var error = await Assert.ThrowsAsync<TableUnavailableException>(
            () => store.Table("Rows").ReadAsync(new RowKey("p", "a"), CancellationToken.None));

        Assert.Contains("TableNotFound", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_no_table_service_s_is_unavailable()
    {
        _service.Then(() => Answer(HttpStatusCode.OK, "<html>Please sign in</html>"));
        await using var store = await _service.OpenAsync();

        await Assert.ThrowsAsync<TableUnavailableException>(
            () => store.Table("Rows").ReadAsync(new RowKey("p", "a"), CancellationToken.None));
    }

    [Fact]
    public async Task An_identity_enters_with_a_token_for_storage()
    {
        _service.Then(Written);
        var identity = new Identity();
        await using var store = await _service.OpenAsync(
            new() { ServiceUri = new Uri("https://acme.table.core.windows.net/"), Credential = identity });

        await InsertAsync(store);

        Assert.Equal("https://storage.azure.com/.default", Assert.Single(identity.Scopes));
        Assert.Equal("Bearer token", _service.Messages[^1].Headers.Authorization?.ToString());
        Assert.Equal("https://acme.table.core.windows.net/Rows", _service.Messages[^1].RequestUri?.ToString());
    }

    [Fact]
    public async Task An_identity_that_cannot_be_had_is_named()
    {
        var options = new AzureTableStoreOptions
        {
            ServiceUri = new Uri("https://acme.table.core.windows.net/"),
            Credential = new ChainedTokenCredential(new NoIdentity()),
        };
        await using var store = new AzureTableStore(options, TimeProvider.System);

        var error = await Assert.ThrowsAsync<TableUnavailableException>(() => store.EnsureTablesAsync(["Rows"], CancellationToken.None));

        Assert.StartsWith("No identity could be had for Azure Table Storage", error.Message, StringComparison.Ordinal);
        Assert.Contains("this machine has none", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_up_is_not_the_service_failing()
    {
        using var giveUp = new CancellationTokenSource();
        _service.Then(() =>
        {
            giveUp.Cancel();
            return Error(HttpStatusCode.ServiceUnavailable, "ServerBusy");
        });
        await using var store = await _service.OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => InsertAsync(store, giveUp.Token));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    [InlineData("a\\d83d", "a\ud83d\udc00")]
    [InlineData("a\\d83d/", "a\ud83d\udc00")]
    [InlineData("a\\d83d\\e000", "a\ud83e\udc00")]
    [InlineData("a\\dbff\\e000", "a\ue000")]
    [InlineData("a\\de00b", "a\ue000")]
    public void A_bound_with_half_a_pair_becomes_the_next_whole_text(string bound, string whole)
    {
        // xunit replaces half a pair in inline data, so it comes escaped.
        foreach (var half in new[] { '\ud83d', '\udbff', '\ude00', '\ue000' })
        {
            bound = bound.Replace($"\\{(int)half:x4}", half.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(whole, TableUri.FirstWhole(bound));
    }

    [Fact]
    public void After_the_longest_key_comes_one_that_is_no_longer()
    {
        var start = new string('a', TableRules.MaxKeyLength - 1);

        Assert.Equal($"{start} ", TableUri.KeyAfter(start));
        Assert.Equal($"{start}c", TableUri.KeyAfter($"{start}b"));
        Assert.Equal($"{start[1..]}b", TableUri.KeyAfter($"{start}\uffff"));
        Assert.Null(TableUri.KeyAfter(new string('\uffff', TableRules.MaxKeyLength)));
    }

    private static string Row(string row) => $$"""{"PartitionKey":"p","RowKey":"{{row}}","odata.etag":"W/\"1\""}""";

    private static string Rows(string row) => $$"""{"value":[{{Row(row)}}]}""";

    private static HttpResponseMessage Written() => Answer(HttpStatusCode.NoContent, "", ("ETag", "W/\"1\""));

    private static RowWrite.Insert Insert(string row) => new() { Key = new RowKey("p", row), Properties = new() { { "Number", 1 } } };

    private static Task<WriteResult> InsertAsync(AzureTableStore store, CancellationToken cancellationToken = default) =>
        store.Table("Rows").WriteAsync([Insert("a")], cancellationToken);

    private sealed class Identity : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    private sealed class NoIdentity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("this machine has none");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
