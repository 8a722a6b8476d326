using System.Runtime.InteropServices;

namespace BotCoach.Testing;

/// <summary>A span of a text that should be remarked on.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LabelledSpan(int Start, int Length);

/// <summary>Something a person might say in a meeting, with the spans that should be remarked on.</summary>
/// <param name="Set">The file, such as <c>tuning</c>.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Kind">What kind of point it is: real, tricky, spanish, mixed or points.</param>
/// <param name="Text">What is said.</param>
/// <param name="Spans">What should be remarked on, in order.</param>
/// <param name="CompanyWords">The company's own words.</param>
public sealed record LabelledPoint(
    string Set, int Line, string Kind, string Text, IReadOnlyList<LabelledSpan> Spans, IReadOnlySet<string> CompanyWords)
{
    /// <summary>The sets: the rules were tuned on one and are judged by the other.</summary>
    public static IReadOnlyList<string> Sets { get; } = ["tuning", "tuning-second-voice", "tuning-by-lot", "tuning-by-lot-2", "tuning-by-lot-3", "tuning-by-lot-4", "tuning-by-lot-5", "held-out"];

    /// <summary>Reads a set. The marks are explained at the top of tuning.txt.</summary>
    public static IReadOnlyList<LabelledPoint> Read(string set)
    {
        using var stream = typeof(LabelledPoint).Assembly.GetManifestResourceStream($"{set}.txt")
            ?? throw new InvalidOperationException($"The assembly was built without {set}.txt.");
        using var reader = new StreamReader(stream);
        return [.. Parse(set, reader.ReadToEnd().Split('\n'))];
    }

    private static IEnumerable<LabelledPoint> Parse(string set, string[] lines)
    {
        var kind = "";
        foreach (var (index, line) in lines.Index())
        {
            if (line.StartsWith('['))
            {
                kind = line[1..line.IndexOf(':', StringComparison.Ordinal)];
            }
            else if (line.Length > 0 && !line.StartsWith('#'))
            {
                string[] parts = line.Split(" || knows ");
                var (text, spans) = Unmark(parts[0]);
                yield return new LabelledPoint(set, index + 1, kind, text, spans, parts.Length > 1 ? parts[1].Split(", ").ToHashSet() : []);
            }
        }
    }

    private static (string Text, List<LabelledSpan> Spans) Unmark(string marked)
    {
        List<LabelledSpan> spans = [];
        Stack<(char Mark, int Start)> open = [];
        var text = new System.Text.StringBuilder();
        foreach (var letter in marked)
        {
            switch (letter)
            {
                case '{' or '<':
                    open.Push((letter, text.Length));
                    break;
                case '}' or '>' when open.TryPop(out var opened) && opened.Mark == (letter == '}' ? '{' : '<'):
                    spans.Add(new LabelledSpan(opened.Start, text.Length - opened.Start));
                    break;
                case '}' or '>':
                    throw new FormatException($"A mark is not opened: {marked}");
                default:
                    text.Append(letter);
                    break;
            }
        }

        return open.Count == 0
            ? (text.ToString(), [.. spans.OrderBy(span => span.Start).ThenByDescending(span => span.Length)])
            : throw new FormatException($"A mark is not closed: {marked}");
    }
}
