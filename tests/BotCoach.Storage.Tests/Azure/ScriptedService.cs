using System.Net;
using System.Text;
using Azure.Core.Pipeline;

namespace BotCoach.Storage.Tests;

/// <summary>A table service that gives the answers of a list, one after another, and keeps what it was asked.</summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<string> Requests { get; } = [];

    public List<HttpRequestMessage> Messages { get; } = [];

    public static HttpResponseMessage Answer(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }

    public static HttpResponseMessage Error(HttpStatusCode status, string code) => Answer(
        status, $$"""{"odata.error": {"code": "{{code}}", "message": {"lang": "en-US", "value": "Words."} } }""");

    /// <summary>An answer that ends, with its connection, after its first words.</summary>
    public static HttpResponseMessage Broken(string body) => new(HttpStatusCode.OK)
    {
        Content = new StreamContent(new BreakingStream(Encoding.UTF8.GetBytes(body))),
    };

    public ScriptedService Then(Func<HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>A store in front of it, with a table Rows that it was asked to make.</summary>
    public async Task<AzureTableStore> OpenAsync(AzureTableStoreOptions? options = null, TimeProvider? clock = null)
    {
        var store = new AzureTableStore(
            (options ?? new() { ConnectionString = "AccountName=acme;AccountKey=AAAA" }) with { Transport = new HttpClientTransport(this) },
            clock ?? TimeProvider.System);
        var script = _answers.ToList();
        _answers.Clear();
        Then(() => Answer(HttpStatusCode.NoContent));
        script.ForEach(_answers.Enqueue);
        await store.EnsureTablesAsync(["Rows"], CancellationToken.None);
        Requests.Clear();
        return store;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Messages.Add(request);
        return Task.FromResult(_answers.Count > 0 ? _answers.Dequeue()() : throw new InvalidOperationException("Nobody expected this request."));
    }

    private sealed class BreakingStream(byte[] start) : MemoryStream(start, writable: false)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var count ? count : throw new HttpIOException(HttpRequestError.ResponseEnded);
    }
}
