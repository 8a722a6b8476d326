using System.Text;

namespace BotCoach.Coaching;

/// <summary>Takes a cleaned text apart, line by line, in one pass.</summary>
internal sealed class PreReadParser
{
    // Up to that many characters an item of a list is one thought, however many points it has.
    private const int LongestWholeItem = 200;

    private readonly List<PreReadLine> _lines;
    private readonly LineShapes _shapes;
    private readonly SentenceList _sentences = new();
    private readonly MailThread _mails;
    private readonly StringBuilder _paragraph = new();
    private readonly List<List<string>> _table = [];
    private SentenceKind _kind = SentenceKind.Prose;
    private int _itemIndent;
    private bool _tableHasRule;
    private bool _isNewBlock = true;
    private int _block;
    private string? _slide;
    private string? _section;
    private bool _awaitsTitle;
    private string _announced = "";

    private PreReadParser(List<PreReadLine> lines)
    {
        _lines = lines;
        _shapes = new LineShapes(lines);
        _mails = new MailThread(lines, _sentences);
    }

    /// <summary>The sentences of a text that <see cref="PastedText.Clean"/> gave back.</summary>
    public static IReadOnlyList<PreReadSentence> Parse(string text)
    {
        var parser = new PreReadParser(PreReadLine.ReadAll(text));
        for (var at = 0; at < parser._lines.Count; at++)
        {
            at += parser.Read(at);
        }

        parser.Flush();
        return parser._sentences.Sentences;
    }

    /// <summary>Reads a line.</summary>
    /// <returns>How many of the lines behind it were read with it.</returns>
    private int Read(int at)
    {
        var line = _lines[at];
        if (_mails.EndsParagraph(at))
        {
            Flush();
        }

        if (_mails.Read(at) is { } read)
        {
            if (_mails.HasBegun)
            {
                (_slide, _section, _announced, _isNewBlock) = (null, null, "", true);
            }

            return read;
        }

        if (line.IsBlank)
        {
            Flush();
            _isNewBlock = true;
        }
        else if (LineMarks.IsTableRule(line.Text) && _table.Count > 0)
        {
            _tableHasRule |= _table.Count == 1;
        }
        else if (LineMarks.IsRule(line.Text) || LineMarks.IsPageNumber(line.Text) || _shapes.IsFurniture(line.Text) || LineMarks.IsBoilerplate(line.Text))
        {
            Flush();
        }
        else if (LineMarks.Slide(line.Text) is var (number, title))
        {
            BeginSlide(number, title);
        }
        else if (_shapes.Heading(at, isInMail: _mails.IsThread, isTitle: _awaitsTitle) is { } heading)
        {
            BeginSection(heading);
        }
        else
        {
            _awaitsTitle = false;
            ReadText(at);
        }

        return 0;
    }

    private void BeginSlide(string number, string title)
    {
        Flush();
        (_slide, _section, _announced) = (number, null, "");
        _awaitsTitle = title.Length == 0;
        if (title.Length > 0)
        {
            BeginSection(title);
        }
    }

    private void BeginSection(string title)
    {
        Flush();
        _awaitsTitle = false;
        (_section, _announced, _isNewBlock) = (title.TrimEnd(':', ' '), "", true);
        Add(title, SentenceKind.Heading, 0, heading: "");
    }

    private void ReadText(int at)
    {
        var line = _lines[at];
        if (LineMarks.Item(line.Text) is var (text, _))
        {
            Flush();
            Begin(SentenceKind.Item, line.Indent);
            _paragraph.Append(text);
        }
        else if (PreReadTable.Cells(line) is { } cells)
        {
            FlushParagraph();
            Begin(SentenceKind.Row, line.Indent);
            _table.Add(cells);
        }
        else
        {
            FlushTable();
            if (_paragraph.Length > 0 && !LineShapes.Continues(_lines[at - 1].Text, _kind, line, _itemIndent))
            {
                FlushParagraph();
            }

            if (_paragraph.Length == 0)
            {
                Begin(SentenceKind.Prose, line.Indent);
            }

            _paragraph.Append(_paragraph.Length > 0 ? " " : "").Append(line.Text);
        }

        if (_shapes.IsAnnouncement(at))
        {
            Flush();
        }
    }

    private void Begin(SentenceKind kind, int indent)
    {
        (_kind, _itemIndent) = (kind, indent);
        _block += _isNewBlock ? 1 : 0;
        _isNewBlock = false;
    }

    private void Flush()
    {
        FlushParagraph();
        FlushTable();
    }

    private void FlushParagraph()
    {
        if (_paragraph.Length == 0)
        {
            return;
        }

        var text = _paragraph.ToString();
        _paragraph.Clear();
        if (text.EndsWith(':'))
        {
            _announced = text.TrimEnd(':', ' ');
        }
        else if (_kind == SentenceKind.Prose)
        {
            _announced = "";
        }

        foreach (var (order, sentence) in SentenceSplitter.Split(text, _kind == SentenceKind.Item ? LongestWholeItem : 0).Index())
        {
            // "We ask the board to:" says nothing without the list behind it.
            if (!sentence.EndsWith(':'))
            {
                Add(sentence, _kind, order, Heading);
            }
        }
    }

    private void FlushTable()
    {
        if (_table.Count == 0)
        {
            return;
        }

        foreach (var (order, sentence) in PreReadTable.Sentences(_table, _tableHasRule).Index())
        {
            Add(sentence, SentenceKind.Row, order, Heading);
        }

        _table.Clear();
        _tableHasRule = false;
    }

    private string Heading => _announced.Length > 0 ? _announced : _section ?? _mails.Subject ?? "";

    private void Add(string text, SentenceKind kind, int order, string heading) =>
        _sentences.Add(new PreReadSentence { Text = text, Place = Place, Kind = kind, Order = order, Heading = heading });

    private PreReadPlace Place =>
        _mails.Place
        ?? (_slide is not null ? PreReadPlace.Slide(_slide) : _section is not null ? PreReadPlace.Section(_section) : PreReadPlace.Paragraph(Math.Max(1, _block)));
}
