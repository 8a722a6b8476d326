namespace BotCoach.Storage;

/// <summary>A store of tables.</summary>
public interface ITableStore
{
    /// <summary>A table by its name. It must be among those that <see cref="EnsureTablesAsync"/> made.</summary>
    /// <remarks>Using one that was not made is an <see cref="InvalidOperationException"/>.</remarks>
    /// <param name="name">Three to 63 letters and digits, a letter first.</param>
    ITable Table(string name);

    /// <summary>Makes the tables that are missing.</summary>
    Task EnsureTablesAsync(IEnumerable<string> names, CancellationToken cancellationToken);

    /// <summary>Reads and writes something small, to see whether the store works.</summary>
    /// <exception cref="TableUnavailableException">It does not.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
