namespace BotCoach.Storage;

/// <summary>Names a row of a table.</summary>
/// <param name="Partition">The rows that one transaction can hold, and one range query can read, together.</param>
/// <param name="Row">The row within its partition; rows are ordered by this key, ordinally by UTF-16 code unit.</param>
public readonly record struct RowKey(string Partition, string Row);
