using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// What is known of the app in a workspace. Notices come late, twice and in any order, so the last of each kind is kept with
/// its time.
/// </summary>
/// <param name="Workspace">The workspace.</param>
public sealed record WorkspaceState(WorkspaceAddress Workspace)
{
    /// <summary>When the workspace was last known to have the app; null when it never left or nobody said.</summary>
    public DateTimeOffset? InstalledAt { get; init; }

    /// <summary>When it removed the app; null while it has it.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Since when it is being erased, which nothing stops any more; null when it is not.</summary>
    public DateTimeOffset? ErasingSince { get; init; }

    /// <summary>The state of its row; null when there is none.</summary>
    internal RowVersion? Version { get; init; }

    /// <summary>What is known after a notice; the same when it says nothing new.</summary>
    public WorkspaceState After(WorkspaceNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Change switch
        {
            WorkspaceChange.Removed => ErasingSince is not null || InstalledAt >= notice.At || RemovedAt >= notice.At
                ? this
                : this with { RemovedAt = notice.At },

            // One that is being erased is erased to the end; after that it is there with nothing, as any that is new.
            _ => InstalledAt >= notice.At ? this : this with
            {
                InstalledAt = notice.At,
                RemovedAt = ErasingSince is null && RemovedAt <= notice.At ? null : RemovedAt,
            },
        };
    }
}
