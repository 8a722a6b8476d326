using System.ComponentModel.DataAnnotations;

namespace BotCoach.Host;

/// <summary>Where metrics and traces go. Off unless an address is given.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Telemetry";

    /// <summary>OpenTelemetry's own name for <see cref="OtlpEndpoint"/>, which counts when that is not given.</summary>
    public const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>OpenTelemetry's own name for the protocol; HTTP with protobuf unless it says otherwise.</summary>
    public const string StandardProtocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>The address of a collector that takes OTLP, such as <c>http://127.0.0.1:4318</c>, without a signal's own path.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Which share of the traces is sent, from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 1;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint is not null && !IsUsable(OtlpEndpoint))
        {
            yield return new ValidationResult("It must be an http or https address.", [nameof(OtlpEndpoint)]);
        }
    }

    /// <summary>Where to send, from our section or by OpenTelemetry's own name; null when nothing is to be sent.</summary>
    /// <exception cref="ConfigurationException">The address cannot be used; the message names the key.</exception>
    internal Uri? EndpointFrom(IConfiguration configuration) => OtlpEndpoint ?? (configuration[StandardEndpoint] switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var address) && IsUsable(address) => address,
        _ => throw new ConfigurationException($"{StandardEndpoint} must be an http or https address."),
    });

    private static bool IsUsable(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
