using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;

namespace BotCoach.Host;

/// <summary>A language model behind an API that is compatible with OpenAI's chat completions.</summary>
internal sealed class LanguageModel : IDisposable
{
    // The client wants a key, and a model on this machine does not.
    private const string NoKey = "none";

    private readonly HttpClient _http;
    private readonly ChatClient _chat;

    public LanguageModel(SummariesOptions options)
    {
        // A redirect could carry what a person pasted to another host. The client of a factory would write addresses into the log.
        _http = new HttpClient(new BoundedAnswers(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }));
        _chat = new ChatClient(
            options.Model,
            new ApiKeyCredential(string.IsNullOrWhiteSpace(options.ApiKey) ? NoKey : options.ApiKey),
            new OpenAIClientOptions
            {
                Endpoint = options.Endpoint,
                Transport = new HttpClientPipelineTransport(_http),
                NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
                // There is no time for a second attempt.
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                EnableDistributedTracing = false,
                ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
            });
    }

    /// <summary>Asks the model.</summary>
    /// <param name="task">What it is to do.</param>
    /// <param name="material">What it is to do it with.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The text of its answer; empty when it has none.</returns>
    /// <exception cref="ClientResultException">The endpoint refused, or could not be reached.</exception>
    public async Task<string> AskAsync(string task, string material, CancellationToken cancellationToken)
    {
        var answer = await _chat.CompleteChatAsync(
            [ChatMessage.CreateSystemMessage(task), ChatMessage.CreateUserMessage(material)],
            new ChatCompletionOptions { Temperature = 0 },
            cancellationToken);
        return string.Concat(answer.Value.Content.Select(part => part.Text));
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
