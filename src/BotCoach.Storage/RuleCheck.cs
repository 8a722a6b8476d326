using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace BotCoach.Storage;

/// <summary>
/// Checks what a table is asked for against <see cref="TableRules"/>, before anything is read or written. Each method
/// throws an <see cref="ArgumentException"/> that names the rule; no message holds a key or a value.
/// </summary>
internal static class RuleCheck
{
    private static readonly DateTimeOffset EarliestTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SearchValues<char> ForbiddenInKeys = SearchValues.Create(
        [.. Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(unit => (char)unit).Where(IsForbiddenInKeys)]);

    private static readonly SearchValues<char> PlainIdentifierParts =
        SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether a key must not hold that character, by the rules of Azure Table Storage.</summary>
    public static bool IsForbiddenInKeys(char c) => c is '/' or '\\' or '#' or '?' || char.IsControl(c);

    public static void TableName(string name)
    {
        Require(
            name is { Length: >= 3 and <= 63 } && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit),
            "A table's name is 3 to 63 ASCII letters and digits, a letter first.", nameof(name));
        Require(!name.Equals("tables", StringComparison.OrdinalIgnoreCase), "The table name 'tables' is reserved.", nameof(name));
    }

    public static void Key(RowKey key)
    {
        KeyPart(key.Partition, "partition");
        KeyPart(key.Row, "row");
    }

    /// <remarks>
    /// A bound is compared with keys but is none, so it may hold any character: the prefix "a." ends before "a/".
    /// </remarks>
    public static void Query(RowRange range, int take)
    {
        KeyPart(range.Partition, "partition");
        Require(
            range.From.Length <= TableRules.MaxKeyLength && (range.Before ?? "").Length <= TableRules.MaxKeyLength,
            $"A bound of a range has at most {TableRules.MaxKeyLength} UTF-16 code units.", nameof(range));
        Require(take is >= 1 and <= TableRules.MaxPage, $"A page has 1 to {TableRules.MaxPage} rows.", nameof(take));
        foreach (var name in range.Select ?? [])
        {
            ValueName(name, nameof(range));
        }
    }

    public static void Partitions(PartitionRange range, int take)
    {
        Require(
            range.From.Length <= TableRules.MaxKeyLength && (range.Before ?? "").Length <= TableRules.MaxKeyLength,
            $"A bound of a range has at most {TableRules.MaxKeyLength} UTF-16 code units.", nameof(range));
        Require(take is >= 1 and <= TableRules.MaxPage, $"A page has 1 to {TableRules.MaxPage} rows.", nameof(take));
    }

    public static void Writes(IReadOnlyList<RowWrite> writes)
    {
        Require(
            writes.Count is >= 1 and <= TableRules.MaxTransaction,
            $"A transaction has 1 to {TableRules.MaxTransaction} writes.", nameof(writes));
        var rows = new HashSet<string>(StringComparer.Ordinal);
        var bytes = RowSize.TransactionOverhead;
        foreach (var write in writes)
        {
            Key(write.Key);
            Require(
                string.Equals(write.Key.Partition, writes[0].Key.Partition, StringComparison.Ordinal),
                "The rows of a transaction are in one partition.", nameof(writes));
            Require(rows.Add(write.Key.Row), "A transaction names each row at most once.", nameof(writes));
            Version(write.ExpectedVersion());
            if (write.NewProperties() is { } properties)
            {
                Properties(properties);
                Row(write.Key, properties);
            }

            bytes += RowSize.InTransaction(write);
        }

        Require(bytes <= TableRules.MaxTransactionBytes, $"A transaction has at most {TableRules.MaxTransactionBytes} bytes.", nameof(writes));
    }

    /// <summary>Checks a row as a whole; a merge can make one that is too large out of two that are not.</summary>
    public static void Row(RowKey key, RowProperties properties)
    {
        Require(properties.Count <= TableRules.MaxValues, $"A row has at most {TableRules.MaxValues} values.", nameof(properties));
        Require(RowSize.Of(key, properties) <= TableRules.MaxRowBytes, $"A row has at most {TableRules.MaxRowBytes} bytes.", nameof(properties));
    }

    /// <summary>The exception for a rule that is broken.</summary>
    public static ArgumentException Broken(string rule, string argument) => new(rule, argument);

    private static void Version(RowVersion? version) => Require(
        version is not { Value: null or "" or "*" },
        "A version is one that the table gave; leave it out to write whatever the row's state is.", nameof(version));

    private static void KeyPart(string key, string part)
    {
        Require(
            key.Length <= TableRules.MaxKeyLength,
            $"A {part} key has at most {TableRules.MaxKeyLength} UTF-16 code units.", nameof(key));
        Require(
            !key.AsSpan().ContainsAny(ForbiddenInKeys),
            $"A {part} key has no '/', '\\', '#' or '?' and no control character.", nameof(key));

        // The key of a row is part of its address, which is UTF-8 and cannot say half a pair.
        Require(!HasLoneSurrogate(key), $"A {part} key has surrogates in pairs only.", nameof(key));
    }

    /// <summary>Whether a text has half a surrogate pair.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff');
        for (var i = first < 0 ? text.Length : first; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static void Properties(RowProperties properties)
    {
        foreach (var (name, value) in properties.Values)
        {
            ValueName(name, nameof(properties));
            Require(
                RowSize.OfValue(value) <= TableRules.MaxValueBytes,
                $"The value '{name}' has more than {TableRules.MaxValueBytes} bytes.", nameof(properties));
            Require(value is not DateTimeOffset time || time >= EarliestTime, $"The time '{name}' is before the year 1601.", nameof(properties));
        }
    }

    private static void ValueName(string name, string argument)
    {
        Require(IsIdentifier(name) && name.Length <= 255, "A value's name is a C# identifier of at most 255 characters.", argument);
        Require(
            name is not ("PartitionKey" or "RowKey" or "Timestamp" or TableRules.WriteIdName),
            $"The names PartitionKey, RowKey, Timestamp and {TableRules.WriteIdName} are the table's own.", argument);
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && (IsLetter(name[0]) || name[0] == '_')
        && (!name.AsSpan().ContainsAnyExcept(PlainIdentifierParts) || name.All(IsIdentifierPart));

    private static bool IsIdentifierPart(char c) => IsLetter(c) || char.GetUnicodeCategory(c) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    private static void Require(bool holds, string rule, string argument)
    {
        if (!holds)
        {
            throw Broken(rule, argument);
        }
    }

    private static void Require(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref BrokenRule rule, string argument)
    {
        if (!holds)
        {
            throw Broken(rule.ToString(), argument);
        }
    }

    /// <summary>The words for a rule, which are put together only when it is broken: every value of every write is checked.</summary>
    [InterpolatedStringHandler]
    private ref struct BrokenRule
    {
        private DefaultInterpolatedStringHandler _words;

        public BrokenRule(int literalLength, int formattedCount, bool holds, out bool isBroken)
        {
            isBroken = !holds;
            _words = isBroken ? new(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
        }

        public void AppendLiteral(string text) => _words.AppendLiteral(text);

        public void AppendFormatted<T>(T value) => _words.AppendFormatted(value);

        public override string ToString() => _words.ToStringAndClear();
    }
}
