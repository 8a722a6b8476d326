using System.Reflection;
using BotCoach.Coaching;
using BotCoach.Scheduling;
using BotCoach.Slack;
using BotCoach.Storage;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Quartz.Diagnostics;

namespace BotCoach.Host;

/// <summary>
/// Sends metrics and traces to a collector over OTLP, from before the first nudge until after the last: it is the first
/// service to start and the last to stop.
/// </summary>
internal sealed class TelemetryExport(Uri endpoint, double traceShare, IConfiguration configuration, IOptions<SlackOptions> slack)
    : IHostedService, IDisposable
{
    // The scheduling's meter has the name of its traces.
    private const string Scheduling = DeliveryMetrics.MeterName;

    private const string AspNetCore = "Microsoft.AspNetCore";
    private const string HttpClients = "System.Net.Http";

    // The names that ASP.NET Core, HttpClient, the runtime and Quartz give their own meters.
    private static readonly string[] Meters =
    [
        Scheduling, StorageMetrics.MeterName, TurnMetrics.MeterName,
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", HttpClients, "System.Runtime", QuartzInstrumentation.MeterName,
    ];

    // A stopping service waits no longer than this for a collector that does not answer.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(Describe)
            .AddMeter(Meters)
            .AddOtlpExporter(otlp => Aim(otlp, "v1/metrics"))
            .Build();
        // Not Quartz's own: every poll of every shard would be a trace, due or not.
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(Describe)
            .AddSource(Scheduling, AspNetCore, HttpClients)
            .SetSampler(new ParentBasedSampler(new WorthTracing(traceShare)))
            .AddProcessor(new DiscreetAddresses(new Uri(slack.Value.ApiBaseUrl)))
            .AddOtlpExporter(otlp => Aim(otlp, "v1/traces"))
            .Build();
        return Task.CompletedTask;
    }

    // Telling a collector takes a thread until it has answered.
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => _traces?.Shutdown((int)LastWords.TotalMilliseconds), CancellationToken.None),
        Task.Run(() => _metrics?.Shutdown((int)LastWords.TotalMilliseconds), CancellationToken.None));

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say comes first and stays.
    private static void Describe(ResourceBuilder resource) => resource.AddService(
        "botcoach", serviceVersion: typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    private void Aim(OtlpExporterOptions otlp, string path)
    {
        if (configuration[TelemetryOptions.StandardProtocol] is null or "")
        {
            otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        }

        otlp.Endpoint = otlp.Protocol is OtlpExportProtocol.HttpProtobuf ? new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}") : endpoint;
    }
}
