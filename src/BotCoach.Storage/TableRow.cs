namespace BotCoach.Storage;

/// <summary>A row as it was read.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Version">Names this state of the row; every write makes a new one.</param>
/// <param name="Properties">Its values.</param>
public sealed record TableRow(RowKey Key, RowVersion Version, RowProperties Properties);

/// <summary>An opaque name (an ETag) of one state of a row.</summary>
/// <param name="Value">The text of the ETag.</param>
public readonly record struct RowVersion(string Value);
