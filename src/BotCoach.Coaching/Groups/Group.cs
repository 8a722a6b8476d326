using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>People whom a programme lead has enrolled together.</summary>
/// <param name="Id">Names the group in its workspace: letters and digits.</param>
/// <param name="Name">What the lead calls it.</param>
/// <param name="Plan">The plan that people are offered first; see <see cref="PlanTemplate.Id"/>. Null for no suggestion.</param>
/// <param name="CreatedAt">When it was made; of two groups that are too alike to show both, the older one is shown.</param>
public sealed record Group(string Id, string Name, string? Plan, DateTimeOffset CreatedAt);

/// <summary>Where a person stands with a group.</summary>
public enum MemberStatus
{
    /// <summary>They were asked and have not answered.</summary>
    Invited,

    /// <summary>They said yes.</summary>
    Accepted,

    /// <summary>They said no.</summary>
    Declined,

    /// <summary>They said yes once, and left.</summary>
    Left,
}

/// <summary>A person and a group.</summary>
public sealed record GroupMember
{
    /// <summary>Who.</summary>
    public required PersonAddress Person { get; init; }

    /// <summary>The group's id.</summary>
    public required string Group { get; init; }

    /// <summary>Where they stand.</summary>
    public required MemberStatus Status { get; init; }

    /// <summary>When that was last changed.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The stays in the group, oldest first; the last one is open while they belong to it.</summary>
    public IReadOnlyList<Stay> Stays { get; init; } = [];
}

/// <summary>A time in which a person belonged to a group, in whole weeks.</summary>
/// <param name="From">The first week that counts: the one after they accepted.</param>
/// <param name="Before">The first week that no longer counts: the one in which they left. Null while they stay.</param>
public sealed record Stay(IsoWeek From, IsoWeek? Before);
