using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Reading rows that this program wrote: a column that is missing is a broken promise.</summary>
internal static class RowReading
{
    public static T Required<T>(this TableRow row, T? value, string column)
        where T : struct => value ?? throw Missing(row, column);

    public static string Required(this TableRow row, string column) => row.Properties.Text(column) ?? throw Missing(row, column);

    public static T RequiredEnum<T>(this TableRow row, string column)
        where T : struct, Enum => Enum.TryParse<T>(row.Required(column), out var value) ? value : throw Missing(row, column);

    // Names the column and the kind of row, never the person.
    private static InvalidDataException Missing(TableRow row, string column) =>
        new($"A stored '{row.Key.Row.Split(' ')[0]}' row has no usable '{column}'.");
}
