using System.Diagnostics.CodeAnalysis;

namespace BotCoach.Host;

/// <summary>What a command line of <c>deliveries</c> asks for.</summary>
internal sealed record DeliveriesOptions
{
    /// <summary>Whether nudges are to be sent after all, and not only listed.</summary>
    public required bool IsRetry { get; init; }

    /// <summary>The one nudge that is meant; null for all.</summary>
    public DeliveryName? Name { get; init; }

    /// <summary>What was given up before is left out; null for nothing.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The workspace that is meant; null for all.</summary>
    public string? Workspace { get; init; }

    /// <summary>What of the command line is the service's configuration.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    private bool IsAll { get; init; }

    /// <summary>Reads a command line.</summary>
    /// <returns>False when it is not complete, or says something that is not understood.</returns>
    public static bool TryRead(string[] args, DateTimeOffset now, [NotNullWhen(true)] out DeliveriesOptions? options)
    {
        options = args is ["deliveries", "list" or "retry", ..] ? new DeliveriesOptions { IsRetry = args[1] == "retry" } : null;
        var words = new Queue<string>(args.Skip(2));
        while (options is not null && words.TryDequeue(out var word))
        {
            options = word switch
            {
                "--since" when options.Since is null && words.TryDequeue(out var text) && TimeOption.TryRead(text, now, out var time) =>
                    options with { Since = time },
                "--workspace" when options.Workspace is null && words.TryDequeue(out var id) && id.Length > 0 => options with { Workspace = id },
                "--all" when options is { IsRetry: true, IsAll: false } => options with { IsAll = true },
                _ when IsSetting(word) => options with { Settings = [.. options.Settings, word] },
                _ when options is { IsRetry: true, Name: null } && DeliveryName.TryParse(word, out var name) => options with { Name = name },
                _ => null,
            };
        }

        options = options is null || options.IsComplete ? options : null;
        return options is not null;
    }

    // Which to retry is always said: one, or all of some.
    private bool IsComplete => !IsRetry || (Name is null ? IsAll : this is { IsAll: false, Since: null, Workspace: null });

    private static bool IsSetting(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) && word.Contains(':', StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal);
}
