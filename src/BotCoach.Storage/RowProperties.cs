using System.Collections;

namespace BotCoach.Storage;

/// <summary>
/// The named values of a row. A value is one of the types that Azure Table Storage keeps: string, bool, int, long,
/// double, <see cref="DateTimeOffset"/> (UTC), <see cref="Guid"/> or a byte array. A value that is null is not kept.
/// </summary>
public sealed class RowProperties : IEnumerable<KeyValuePair<string, object>>
{
    private readonly Dictionary<string, object> _values;

    /// <summary>Makes one without values.</summary>
    public RowProperties()
        : this(0)
    {
    }

    /// <summary>Makes one without values, with room for some.</summary>
    internal RowProperties(int capacity) => _values = new(capacity, StringComparer.Ordinal);

    /// <summary>How many values there are.</summary>
    public int Count => _values.Count;

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

        _values.Add(name, value is DateTimeOffset time ? time.ToUniversalTime() : value);
    }

    /// <summary>The value of that name and type, or null.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name) as string;

    /// <inheritdoc cref="Text"/>
    public bool? Flag(string name) => _values.GetValueOrDefault(name) as bool?;

    /// <inheritdoc cref="Text"/>
    public int? Number(string name) => _values.GetValueOrDefault(name) as int?;

    /// <inheritdoc cref="Text"/>
    public DateTimeOffset? Time(string name) => _values.GetValueOrDefault(name) as DateTimeOffset?;

    /// <summary>The value of that name, of whatever type, or null.</summary>
    public object? Value(string name) => _values.GetValueOrDefault(name);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
