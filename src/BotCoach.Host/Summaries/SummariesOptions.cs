using System.ComponentModel.DataAnnotations;

namespace BotCoach.Host;

/// <summary>The language model that may choose key points. Without an endpoint there is none, and nothing leaves this machine.</summary>
public sealed class SummariesOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Summaries";

    /// <summary>
    /// The base address of an API that is compatible with OpenAI's chat completions, such as <c>https://api.openai.com/v1</c>.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The name of the model at the endpoint.</summary>
    public string? Model { get; set; }

    /// <summary>The key of the API; one on this machine may need none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How many seconds the model has. After them, what was found on this machine is the result.</summary>
    [Range(1, 60, ErrorMessage = "must be between 1 and 60.")]
    public int TimeoutSeconds { get; set; } = 8;

    /// <summary>Whether a model is set up.</summary>
    internal bool IsSetUp => Endpoint is not null;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // What people paste must not travel in the clear.
        if (Endpoint is not null && !(Endpoint.IsAbsoluteUri
            && (Endpoint.Scheme == Uri.UriSchemeHttps || (Endpoint.Scheme == Uri.UriSchemeHttp && Endpoint.IsLoopback))))
        {
            yield return new ValidationResult("must be an https address, or http on this machine.", [nameof(Endpoint)]);
        }

        if (Endpoint is not null && string.IsNullOrWhiteSpace(Model))
        {
            yield return new ValidationResult("must name the model of the endpoint.", [nameof(Model)]);
        }

        if (Endpoint is null && (!string.IsNullOrWhiteSpace(Model) || !string.IsNullOrWhiteSpace(ApiKey)))
        {
            yield return new ValidationResult("must be set when a model or key is.", [nameof(Endpoint)]);
        }
    }
}
