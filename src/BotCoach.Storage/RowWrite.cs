namespace BotCoach.Storage;

/// <summary>One change of one row.</summary>
public abstract record RowWrite
{
    private RowWrite()
    {
    }

    /// <summary>The row that changes.</summary>
    public required RowKey Key { get; init; }

    /// <summary>The values that the write names; null when it deletes.</summary>
    internal RowProperties? NewProperties() => this switch
    {
        Insert insert => insert.Properties,
        Upsert upsert => upsert.Properties,
        Replace replace => replace.Properties,
        Merge merge => merge.Properties,
        _ => null,
    };

    /// <summary>The state that the row must be in; null for any.</summary>
    internal RowVersion? ExpectedVersion() => this switch
    {
        Replace replace => replace.Version,
        Merge merge => merge.Version,
        Delete delete => delete.Version,
        _ => null,
    };

    /// <summary>Adds a row that must not be there.</summary>
    public sealed record Insert : RowWrite
    {
        /// <summary>The values.</summary>
        public required RowProperties Properties { get; init; }
    }

    /// <summary>Puts a row in place, whether one is there or not, dropping values that are not named.</summary>
    public sealed record Upsert : RowWrite
    {
        /// <summary>The values.</summary>
        public required RowProperties Properties { get; init; }
    }

    /// <summary>Changes a row that must be there, dropping values that are not named.</summary>
    public sealed record Replace : RowWrite
    {
        /// <summary>The values.</summary>
        public required RowProperties Properties { get; init; }

        /// <summary>The state that the row must be in; null for any.</summary>
        public RowVersion? Version { get; init; }
    }

    /// <summary>Changes the named values of a row that must be there, keeping the others.</summary>
    public sealed record Merge : RowWrite
    {
        /// <summary>The values to change.</summary>
        public required RowProperties Properties { get; init; }

        /// <summary>The state that the row must be in; null for any.</summary>
        public RowVersion? Version { get; init; }
    }

    /// <summary>Removes a row that must be there.</summary>
    public sealed record Delete : RowWrite
    {
        /// <summary>The state that the row must be in; null for any.</summary>
        public RowVersion? Version { get; init; }
    }
}
