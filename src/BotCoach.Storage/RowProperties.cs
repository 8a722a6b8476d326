using System.Collections;

namespace BotCoach.Storage;

/// <summary>
/// The named values of a row. A value is one of the types that Azure Table Storage keeps: string, bool, int, long,
/// double, <see cref="DateTimeOffset"/> (UTC), <see cref="Guid"/> or a byte array. A value that is null is not kept.
/// </summary>
public sealed class RowProperties : IEnumerable<KeyValuePair<string, object>>
{
    // A row has a dozen values: they are found sooner by looking through them than by hashing their names.
    private KeyValuePair<string, object>[] _values;

    /// <summary>Makes some without values.</summary>
    public RowProperties()
        : this(capacity: 4)
    {
    }

    /// <param name="capacity">How many values are likely to come.</param>
    internal RowProperties(int capacity) => _values = new KeyValuePair<string, object>[capacity];

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>The values, in the order in which they were added.</summary>
    internal ReadOnlySpan<KeyValuePair<string, object>> Values => _values.AsSpan(0, Count);

    /// <summary>Adds a value; null adds nothing, so that an initializer can list optional values.</summary>
    /// <exception cref="ArgumentException">The type is not one that a table keeps, or the name is there already.</exception>
    public void Add(string name, object? value)
    {
        if (value is null)
        {
            return;
        }

        if (value is not (string or bool or int or long or double or DateTimeOffset or Guid or byte[]))
        {
            throw new ArgumentException($"A table cannot keep a {value.GetType().Name} ('{name}').", nameof(value));
        }

        if (IndexOf(name) >= 0)
        {
            throw new ArgumentException($"The value '{name}' is there already.", nameof(name));
        }

        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Math.Max(4, 2 * Count));
        }

        // A time in UTC stays in the box that it came in.
        _values[Count++] = new(name, value is DateTimeOffset { Offset.Ticks: not 0 } time ? time.ToUniversalTime() : value);
    }

    /// <summary>The value of that name and type, or null.</summary>
    public string? Text(string name) => Value(name) as string;

    /// <inheritdoc cref="Text"/>
    public bool? Flag(string name) => Value(name) as bool?;

    /// <inheritdoc cref="Text"/>
    public int? Number(string name) => Value(name) as int?;

    /// <inheritdoc cref="Text"/>
    public DateTimeOffset? Time(string name) => Value(name) as DateTimeOffset?;

    /// <summary>The value of that name, of whatever type, or null.</summary>
    public object? Value(string name) => IndexOf(name) is >= 0 and var index ? _values[index].Value : null;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Those of some names.</summary>
    internal RowProperties Only(IReadOnlyList<string> names)
    {
        var some = new RowProperties(names.Count);
        foreach (var (name, value) in Values)
        {
            if (names.Contains(name))
            {
                some.Add(name, value);
            }
        }

        return some;
    }

    private int IndexOf(string name)
    {
        for (var index = 0; index < Count; index++)
        {
            if (string.Equals(_values[index].Key, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }
}
