using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>Whether others reach the service, and whether it reaches those that it was told of.</summary>
internal sealed class ReachExamination(HttpClient http, IConfiguration configuration, IHostEnvironment environment)
{
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return
            [
                await ServiceAsync(cancellationToken),
                await PagesAsync(cancellationToken),
                .. await ModelAsync(cancellationToken),
                .. await CollectorAsync(cancellationToken),
            ];
        }
        catch (ConfigurationException)
        {
            return []; // Told with the settings.
        }
    }

    private async Task<Finding> ServiceAsync(CancellationToken cancellationToken)
    {
        var url = (configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } set ? set : BotCoachApp.DefaultUrl).Split(';')[0];
        // Who listens on every address is asked at this machine's own.
        var here = new Uri(url.Replace("://*", "://127.0.0.1", StringComparison.Ordinal).Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal));
        return await StatusAsync(new Uri(here, "/health/ready"), cancellationToken) switch
        {
            StatusCodes.Status200OK => Finding.Right("Service", $"Runs at {here}, and is ready."),
            null => Finding.Note("Service", $"Does not run at {here}."),
            _ => Finding.Wrong("Service", $"Runs at {here}, and is not ready; {new Uri(here, "/health")} says why."),
        };
    }

    private async Task<Finding> PagesAsync(CancellationToken cancellationToken)
    {
        const string Subject = "Public address";
        if (Configured.Read<PublicAddressOptions>(configuration, PublicAddressOptions.Section).PublicUrl is not { } url)
        {
            return Finding.Note(Subject, environment.IsDevelopment()
                ? "Host:PublicUrl is not set: links lead to this machine, in Development alone."
                : "Host:PublicUrl is not set, so /coach insights and /coach export give no link.");
        }

        return await StatusAsync(new Uri(url, "/health/live"), cancellationToken) is StatusCodes.Status200OK
            ? Finding.Right(Subject, $"The service answers at {url}.")
            : Finding.Wrong(Subject, $"{url} (Host:PublicUrl) does not lead to the service, seen from here. Does it run, and does the proxy pass every path on to it?");
    }

    private async Task<IReadOnlyList<Finding>> ModelAsync(CancellationToken cancellationToken) =>
        Configured.Read<SummariesOptions>(configuration, SummariesOptions.Section).Endpoint is { } endpoint
            ? [await AnswersAsync("Language model", endpoint, "Summaries:Endpoint", "until then key points are found on this machine", cancellationToken)]
            : [];

    private async Task<IReadOnlyList<Finding>> CollectorAsync(CancellationToken cancellationToken) =>
        Configured.Read<TelemetryOptions>(configuration, TelemetryOptions.Section).EndpointFrom(configuration) is { } endpoint
            ? [await AnswersAsync("Telemetry", endpoint, "Telemetry:OtlpEndpoint", "until then metrics and traces are lost", cancellationToken)]
            : [];

    /// <summary>Any answer at all: neither has an address that is there to be asked.</summary>
    private async Task<Finding> AnswersAsync(string subject, Uri endpoint, string key, string until, CancellationToken cancellationToken) =>
        await StatusAsync(endpoint, cancellationToken) is not null
            ? Finding.Right(subject, $"{endpoint.Host} answers.")
            : Finding.Wrong(subject, $"{endpoint.Host} ({key}) cannot be reached; {until}. Let the service out to it: DNS, firewall, proxy.");

    private async Task<int?> StatusAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)answer.StatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
