using System.Buffers.Text;
using System.Text.Json;

namespace BotCoach.Storage;

/// <summary>
/// Reads rows out of the service's JSON, one after another. Rows of one answer are alike, so each column is first taken
/// for the one that stood in its place in the row before: then neither its name nor a text that it repeats is made anew.
/// </summary>
internal sealed class RowReader
{
    private readonly List<RowColumn> _columns = [];
    private readonly List<RowColumn> _types = [];
    private int _valuesOfLastRow;

    /// <summary>Reads the object that the reader has just begun.</summary>
    /// <exception cref="FormatException">A value is not of its type.</exception>
    public StampedRow Read(ref Utf8JsonReader json)
    {
        var (partition, row, tag) = ("", "", "");
        Guid? writeId = null;
        var properties = new RowProperties(_valuesOfLastRow);
        _types.Clear();
        for (var place = 0; json.Read() && json.TokenType is JsonTokenType.PropertyName; place++)
        {
            var column = ColumnAt(place, ref json);
            json.Read();
            switch (column.Role)
            {
                case RowColumnRole.Partition:
                    partition = column.ReadText(ref json);
                    break;
                case RowColumnRole.Row:
                    row = column.ReadText(ref json);
                    break;
                case RowColumnRole.Tag:
                    tag = json.GetString()!;
                    break;
                case RowColumnRole.WriteId:
                    writeId = json.TokenType is JsonTokenType.String && Utf8Parser.TryParse(json.ValueSpan, out Guid id, out _, 'N') ? id : null;
                    break;
                case RowColumnRole.TypeOfOther:
                    column.ReadType(ref json);
                    RequireNoValueYet(properties, column);
                    _types.Add(column);
                    break;
                case RowColumnRole.Value:
                    properties.Add(column.Name, column.ReadValue(ref json, TypeOf(column)));
                    break;
            }
        }

        _valuesOfLastRow = properties.Count;
        return new StampedRow(new TableRow(new RowKey(partition, row), new RowVersion(tag), properties), writeId);
    }

    private RowColumn ColumnAt(int place, ref Utf8JsonReader json)
    {
        if (place == _columns.Count)
        {
            _columns.Add(new RowColumn(json.GetString()!));
        }
        else if (!json.ValueTextEquals(_columns[place].NameInJson))
        {
            _columns[place] = new RowColumn(json.GetString()!);
        }

        return _columns[place];
    }

    // The type stands right before its value, so it is the last one that was read.
    private RowValueType TypeOf(RowColumn column)
    {
        for (var i = _types.Count - 1; i >= 0; i--)
        {
            if (string.Equals(_types[i].Name, column.Name, StringComparison.Ordinal))
            {
                return _types[i].Type;
            }
        }

        return RowValueType.AsItLooks;
    }

    // A value that was read without its type would be another value, silently.
    private static void RequireNoValueYet(RowProperties properties, RowColumn type)
    {
        if (properties.Value(type.Name) is not null)
        {
            throw new FormatException("A type stands behind its value.");
        }
    }
}
