using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Testing;

/// <summary>
/// A collector that takes OTLP over HTTP and keeps every byte. It reads as much of the messages as tests ask about; their
/// shape is that of opentelemetry-proto 1.x.
/// </summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<byte[]> _metrics = new();
    private readonly ConcurrentQueue<byte[]> _traces = new();

    private OtlpReceiver(WebApplication app) => _app = app;

    /// <summary>What an exporter is given as its endpoint.</summary>
    public string Endpoint { get; private set; } = "";

    /// <summary>The names of the metrics that came.</summary>
    public IReadOnlySet<string> Metrics => _metrics
        .SelectMany(body => Parts(body, 1)) // resource_metrics
        .SelectMany(resource => Parts(resource, 2)) // scope_metrics
        .SelectMany(scope => Parts(scope, 2)) // metrics
        .Select(metric => Text(Parts(metric, 1).Single())) // name
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The spans that came.</summary>
    public IReadOnlyList<Span> Spans =>
    [
        .. from body in _traces
           from resource in Parts(body, 1) // resource_spans
           from scope in Parts(resource, 2) // scope_spans
           from span in Parts(scope, 2) // spans
           select new Span(
               Convert.ToHexStringLower(Parts(span, 1).Single()),
               Convert.ToHexStringLower(Parts(span, 2).Single()),
               Convert.ToHexStringLower(Parts(span, 4).SingleOrDefault() ?? []),
               Text(Parts(span, 5).Single()),
               Parts(scope, 1).SelectMany(named => Parts(named, 1)).Select(Text).SingleOrDefault("")),
    ];

    /// <summary>Everything that came, as text: what is text in it can be found.</summary>
    public string Everything => string.Concat(_metrics.Concat(_traces).Select(Encoding.Latin1.GetString));

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/metrics", http => KeepAsync(http, receiver._metrics));
        app.MapPost("/v1/traces", http => KeepAsync(http, receiver._traces));
        await app.StartAsync();
        receiver.Endpoint = app.Urls.Single();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task KeepAsync(HttpContext http, ConcurrentQueue<byte[]> bodies)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        bodies.Enqueue(body.ToArray());
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    /// <summary>The values of a field of a protobuf message that are texts, bytes or messages.</summary>
    private static IEnumerable<byte[]> Parts(byte[] message, int field)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    Varint(message, ref at);
                    break;
                case 1:
                    at += sizeof(ulong);
                    break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    if ((int)(tag >> 3) == field)
                        yield return message[at..(at + length)];
                    at += length;
                    break;
                case 5:
                    at += sizeof(uint);
                    break;
                default:
                    throw new InvalidDataException("Not a protobuf message.");
            }
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
    }

    /// <summary>A span: ids in hexadecimal, an empty parent for the first of its trace, and the source that it came from.</summary>
    public sealed record Span(string Trace, string Id, string Parent, string Name, string Source);
}
