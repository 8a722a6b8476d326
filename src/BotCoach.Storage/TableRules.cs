namespace BotCoach.Storage;

/// <summary>
/// The limits of Azure Table Storage, kept by every implementation so that a row that one takes, the other takes too.
/// Source: learn.microsoft.com, "Understanding the Table service data model" and "Performing entity group transactions".
/// </summary>
public static class TableRules
{
    /// <summary>The most rows of a page.</summary>
    public const int MaxPage = 1_000;

    /// <summary>The most writes of a transaction.</summary>
    public const int MaxTransaction = 100;

    /// <summary>The most bytes of a transaction's payload: 4 MiB.</summary>
    public const int MaxTransactionBytes = 4 * 1024 * 1024;

    /// <summary>The most bytes of a row, names and values together: 1 MiB.</summary>
    public const int MaxRowBytes = 1024 * 1024;

    /// <summary>The most bytes of one value: 64 KiB; a text counts two bytes for each UTF-16 code unit.</summary>
    public const int MaxValueBytes = 64 * 1024;

    /// <summary>
    /// The most values of a row: 255, less its keys, its timestamp and <see cref="WriteIdName"/>.
    /// </summary>
    public const int MaxValues = 251;

    /// <summary>
    /// The column where Azure Table Storage keeps the id of the write that a row comes from; no value may have that name.
    /// </summary>
    public const string WriteIdName = "WriteId";

    /// <summary>The most UTF-16 code units of a partition or row key: 1 KiB.</summary>
    public const int MaxKeyLength = 512;
}
