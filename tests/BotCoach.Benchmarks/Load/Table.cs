using System.Globalization;

namespace BotCoach.Benchmarks;

/// <summary>Prints what was measured in columns.</summary>
internal static class Table
{
    private const int FirstColumn = 40;
    private const int OtherColumns = 12;

    /// <summary>Prints a row.</summary>
    public static void Row(string what, params ReadOnlySpan<string> values)
    {
        var line = what.PadRight(FirstColumn);
        foreach (var value in values)
        {
            line += $" {value,OtherColumns}";
        }

        Console.WriteLine(line.TrimEnd());
    }

    /// <summary>A number for a column.</summary>
    public static string Number(double number, string format = "0.0") => number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A count for a column.</summary>
    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
