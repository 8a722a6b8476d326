using Azure.Core;
using Azure.Core.Pipeline;

namespace BotCoach.Storage;

/// <summary>
/// Where an <see cref="AzureTableStore"/> keeps its tables, and how it may enter: either <see cref="ConnectionString"/>
/// or <see cref="ServiceUri"/>.
/// </summary>
public sealed record AzureTableStoreOptions
{
    /// <summary>
    /// The storage account's connection string, as the Azure portal shows it, with an account key or a shared access
    /// signature; or <c>UseDevelopmentStorage=true</c> for the emulator on this machine.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// The account's table endpoint, such as <c>https://example.table.core.windows.net</c>, entered with an identity of
    /// Microsoft Entra.
    /// </summary>
    public Uri? ServiceUri { get; init; }

    /// <summary>The identity for <see cref="ServiceUri"/>; null for what this machine has to offer (DefaultAzureCredential).</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>How long one call may take in all, attempts and pauses together. Ours: a person waits for the answer.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one attempt may take before it is made again.</summary>
    public TimeSpan AttemptTime { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How many times an attempt that failed is made again, as long as <see cref="Deadline"/> leaves time.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>Carries the requests in place of the network.</summary>
    internal HttpPipelineTransport? Transport { get; init; }
}
