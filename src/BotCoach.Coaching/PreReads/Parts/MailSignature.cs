namespace BotCoach.Coaching;

/// <summary>Follows the farewell of a mail and the lines below it.</summary>
internal sealed class MailSignature
{
    // A signature has a name, a title, a firm, an address, numbers; a longer line or more of them is text again.
    private const int LongestLine = 60;
    private const int MostLines = 8;

    private int _lines = -1;

    /// <summary>The first line below the farewell: the name of the author.</summary>
    public string? Name { get; private set; }

    /// <summary>Whether a line is a farewell, or belongs to the signature below one.</summary>
    public bool Has(string line)
    {
        if (LineMarks.IsFarewell(line))
        {
            (_lines, Name) = (0, null);
            return true;
        }

        if (_lines < 0 || line.Length == 0)
        {
            return false;
        }

        if (_lines == MostLines || line.Length > LongestLine || line[^1] is '.' or ':' || line.StartsWith("PS", StringComparison.Ordinal) || HasShape(line))
        {
            End();
            return false;
        }

        Name = _lines++ == 0 ? line : Name;
        return true;
    }

    /// <summary>Ends it: another mail begins.</summary>
    public void End() => (_lines, Name) = (-1, null);

    private static bool HasShape(string line) =>
        LineMarks.Item(line) is not null || LineMarks.MarkdownHeading(line) is not null || LineMarks.Slide(line) is not null;
}
