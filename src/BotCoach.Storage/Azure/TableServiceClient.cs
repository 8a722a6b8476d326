using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace BotCoach.Storage;

/// <summary>Sends requests to a table service, again where that helps, and within the deadline of a call.</summary>
internal sealed class TableServiceClient : IDisposable
{
    /// <summary>JSON with the types that cannot be told from a value, and with ETags.</summary>
    public const string Json = "application/json;odata=minimalmetadata";

    /// <summary>What a single row or table is sent as.</summary>
    public const string PlainJson = "application/json";

    /// <summary>The version of the protocol that all of this is written to.</summary>
    public const string Version = "2020-12-06";

    // Source: learn.microsoft.com, "Authorize access to tables using Microsoft Entra ID".
    private const string Scope = "https://storage.azure.com/.default";

    // Source: learn.microsoft.com, "Authorize with Shared Key", section Specifying the Date header.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(15);

    private readonly AzureTableStoreOptions _options;
    private readonly TableServiceAccess _access;
    private readonly TimeProvider _clock;
    private readonly HttpPipelineTransport _transport;
    private readonly HttpPipeline _pipeline;

    public TableServiceClient(AzureTableStoreOptions options, TimeProvider clock)
    {
        _options = options;
        _access = TableServiceAccess.From(options);
        _clock = clock;
        _transport = options.Transport ?? new HttpClientTransport(new SocketsHttpHandler
        {
            ConnectTimeout = options.AttemptTime,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // the service moves accounts: look its address up again
            UseProxy = !_access.Endpoint.IsLoopback,
            UseCookies = false,
            AllowAutoRedirect = false,
        });
        _pipeline = Pipeline();
    }

    /// <summary>The service's address, without a slash at its end.</summary>
    public string Endpoint => _access.Endpoint.OriginalString;

    /// <summary>Runs a call of one or several requests, which together have until the deadline.</summary>
    /// <exception cref="TableUnavailableException">It could not be done in time.</exception>
    public async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(_options.Deadline, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TableUnavailableException($"The table service at {_access.Endpoint.Host} did not answer in time.", late);
        }
        catch (Exception error) when (IsNetwork(error))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new TableUnavailableException(
                $"The table service at {_access.Endpoint.Host} cannot be reached. Does the storage account exist, and is the network up?", error);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw new TableUnavailableException($"What answers at {_access.Endpoint.Host} is no table service.", error);
        }
        catch (AuthenticationFailedException error)
        {
            throw new TableUnavailableException("No identity could be had for Azure Table Storage: " + error.Message, error);
        }
    }

    /// <summary>Sends one request.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="address">The path and query below the service's address, encoded.</param>
    /// <param name="body">What to send; null for nothing.</param>
    /// <param name="contentType">What the body is.</param>
    /// <param name="ifMatch">The value of If-Match; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the service answered, whatever it is, but no refusal to let us in and no failure of its own.</returns>
    /// <remarks>When it returns, nobody reads the body any more; when it throws, somebody still may.</remarks>
    public async Task<TableAnswer> SendAsync(
        RequestMethod method, string address, ReadOnlyMemory<byte>? body, string contentType, string? ifMatch, CancellationToken cancellationToken)
    {
        var message = _pipeline.CreateMessage();
        try
        {
            Describe(message.Request, method, address, body, contentType, ifMatch);
            await _pipeline.SendAsync(message, cancellationToken);
        }
        catch
        {
            message.Dispose();
            throw;
        }

        var answer = new TableAnswer(message);
        if (answer.Status is not (401 or 403 or 408 or 429 or >= 500))
        {
            return answer;
        }

        using (answer)
        {
            throw Refusal(answer);
        }
    }

    public void Dispose() => (_transport as IDisposable)?.Dispose();

    private void Describe(
        Request request, RequestMethod method, string address, ReadOnlyMemory<byte>? body, string contentType, string? ifMatch)
    {
        request.Method = method;
        request.Uri.Reset(new Uri(Endpoint + Signed(address)));
        var headers = request.Headers;
        headers.Add("x-ms-version", Version);
        headers.Add("DataServiceVersion", "3.0");
        headers.Add("MaxDataServiceVersion", "3.0;NetFx");
        headers.Add(HttpHeader.Names.Accept, Json);
        if (ifMatch is not null)
        {
            headers.Add(HttpHeader.Names.IfMatch, ifMatch);
        }

        if (body is { } bytes)
        {
            request.Content = RequestContent.Create(bytes);
            headers.Add(HttpHeader.Names.ContentType, contentType);
            if (method == RequestMethod.Post && contentType == PlainJson)
            {
                headers.Add("Prefer", "return-no-content");
            }
        }
    }

    private HttpPipeline Pipeline()
    {
        var options = new TableClientOptions { Transport = _transport };
        options.Retry.MaxRetries = _options.Retries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(4);
        options.Retry.NetworkTimeout = _options.AttemptTime;

        // Keys name people, and an address holds keys: it is neither logged nor traced.
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        HttpPipelinePolicy[] entering = _access.Credential is { } credential
            ? [new SignaturePolicy(_access, _clock), new BearerTokenAuthenticationPolicy(credential, Scope)]
            : [new SignaturePolicy(_access, _clock)];
        return HttpPipelineBuilder.Build(options, [.. entering, LostAnswerPolicy.Instance, AnswerBodyPolicy.Instance]);
    }

    private string Signed(string address) => _access.Signature is not { } signature ? address
        : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{signature}";

    private TableUnavailableException Refusal(TableAnswer answer)
    {
        var code = answer.Error().Code;
        if (answer.Status is not (401 or 403))
        {
            return new TableUnavailableException($"The table service failed ({answer.Status} {code}).");
        }

        if (answer.Date is { } theirs && _clock.GetUtcNow() - theirs is var off && off.Duration() > MostSkew)
        {
            return new TableUnavailableException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The table service refused the request ({code}): the clock of this machine is {off.Duration().TotalMinutes:F0} minutes ")
                + $"{(off > TimeSpan.Zero ? "ahead of" : "behind")} the service's. Set it right; 15 minutes are tolerated.");
        }

        return new TableUnavailableException($"The table service refused the request ({code}): " + (_access switch
        {
            { Key: not null } => "AccountKey is not a key of the account, or the account does not allow keys.",
            { Signature: not null } => "SharedAccessSignature is wrong, has run out or does not allow this.",
            _ => "the identity needs the role Storage Table Data Contributor.",
        }));
    }

    private static bool IsNetwork(Exception error) => error switch
    {
        AggregateException all => all.InnerExceptions.All(IsNetwork),
        Azure.RequestFailedException or IOException or HttpRequestException or OperationCanceledException => true,
        _ => false,
    };

    private sealed class TableClientOptions : ClientOptions;
}
