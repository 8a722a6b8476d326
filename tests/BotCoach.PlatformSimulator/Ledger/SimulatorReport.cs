namespace BotCoach.PlatformSimulator;

/// <summary>What the platforms saw.</summary>
/// <param name="Workspaces">Each workspace or tenant that was spoken to.</param>
public sealed record SimulatorReport(IReadOnlyList<WorkspaceReport> Workspaces)
{
    /// <summary>All requests.</summary>
    public long Requests => Workspaces.Sum(workspace => workspace.Methods.Sum(method => method.Requests));

    /// <summary>Requests answered with 429 because a limit was broken.</summary>
    public long Throttled => Workspaces.Sum(workspace => workspace.Methods.Sum(method => method.Throttled));

    /// <summary>Messages that were shown to people.</summary>
    public long Messages => Workspaces.Sum(workspace => workspace.Messages);

    /// <summary>Messages that somebody had been shown before.</summary>
    public long Duplicates => Workspaces.Sum(workspace => workspace.Duplicates);
}

/// <summary>What one workspace or tenant saw.</summary>
public sealed record WorkspaceReport
{
    /// <summary>"slack" or "teams".</summary>
    public required string Platform { get; init; }

    /// <summary>The id of the workspace or tenant.</summary>
    public required string Workspace { get; init; }

    /// <summary>Messages that were shown to people, duplicates among them.</summary>
    public required long Messages { get; init; }

    /// <summary>Messages that the same person had been shown before.</summary>
    public required long Duplicates { get; init; }

    /// <summary>People who were shown at least one message.</summary>
    public required long People { get; init; }

    /// <summary>When the first message was shown; null when none was.</summary>
    public required DateTimeOffset? First { get; init; }

    /// <summary>When the last message was shown.</summary>
    public required DateTimeOffset? Last { get; init; }

    /// <summary>Messages in each second from the first on.</summary>
    public required IReadOnlyList<int> PerSecond { get; init; }

    /// <summary>Requests by method.</summary>
    public required IReadOnlyList<MethodReport> Methods { get; init; }
}

/// <summary>What became of the requests of one method.</summary>
public sealed record MethodReport
{
    /// <summary>The method: Slack's own name, or create, send or update.</summary>
    public required string Method { get; init; }

    /// <summary>How many there were.</summary>
    public long Requests { get; set; }

    /// <summary>Answered with 429 because a limit was broken.</summary>
    public long Throttled { get; set; }

    /// <summary>Answered with 429 as a fault.</summary>
    public long ThrottledAsFault { get; set; }

    /// <summary>Answered with a server error.</summary>
    public long ServerErrors { get; set; }

    /// <summary>Carried out and not answered.</summary>
    public long LostAnswers { get; set; }

    /// <summary>Carried out and answered late.</summary>
    public long Slow { get; set; }

    /// <summary>Refused for what they asked: blocked, gone, unknown.</summary>
    public long Refused { get; set; }
}

/// <summary>How often one person was shown one message.</summary>
/// <param name="Platform">"slack" or "teams".</param>
/// <param name="Workspace">The workspace or tenant.</param>
/// <param name="Person">The person.</param>
/// <param name="Key">The key in the message's metadata, or a fingerprint of what it shows.</param>
/// <param name="Times">How often.</param>
public sealed record Receipt(string Platform, string Workspace, string Person, string Key, int Times);
