namespace BotCoach.Coaching;

/// <summary>
/// Follows who wrote the lines of a thread: by headers, by the lines before quotes, and by the name below a farewell. Greetings
/// and signatures are read here and go no further.
/// </summary>
internal sealed class MailThread
{
    // A signature has a name, a title, a firm, an address, numbers; a longer line or more of them is text again.
    private const int LongestSignatureLine = 60;
    private const int MostSignatureLines = 8;

    private readonly List<PreReadLine> _lines;
    private readonly SentenceList _sentences;
    private readonly Dictionary<int, string> _placeByDepth = [];
    private readonly bool _isThread;
    private int _depth;
    private int _signatureLines = -1;
    private int _firstSentence;

    public MailThread(List<PreReadLine> lines, SentenceList sentences)
    {
        _lines = lines;
        _sentences = sentences;
        var first = lines.FindIndex(line => !line.IsBlank);
        _isThread = first >= 0
            && (LineMarks.IsGreeting(lines[first].Text) || lines.Index().Any(line => IsHeader(line.Index) || LineMarks.Attribution(line.Item.Text) is not null));
    }

    /// <summary>The mail that is being read; null outside of one, and in one whose author is not known yet.</summary>
    public string? Place { get; private set; }

    /// <summary>What the mail is about, when its header says so.</summary>
    public string? Subject { get; private set; }

    /// <summary>Whether the line that was read last began a mail.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether a line ends what stood before it: another depth of quoting, or the beginning of a mail.</summary>
    public bool MayStartAt(int at) =>
        _isThread && (_lines[at].Depth != _depth || IsHeader(at) || LineMarks.Attribution(_lines[at].Text) is not null || LineMarks.IsFarewell(_lines[at].Text));

    /// <summary>Reads a line that belongs to the thread and not to what is said in it.</summary>
    /// <returns>How many of the lines behind it were read with it; null when the line is text.</returns>
    public int? Read(int at)
    {
        HasBegun = false;
        var line = _lines[at];
        if (!_isThread)
        {
            return null;
        }

        if (line.Depth != _depth && !line.IsBlank)
        {
            _depth = line.Depth;
            Begin(_placeByDepth.GetValueOrDefault(_depth) ?? Place);
        }

        if (IsHeader(at))
        {
            return ReadHeader(at);
        }

        if (LineMarks.Attribution(line.Text) is var (when, who))
        {
            BeginQuote(at, MailPlace.Of(who, when));
            return 0;
        }

        return LineMarks.IsGreeting(line.Text) || IsSignature(line) ? 0 : null;
    }

    /// <summary>Whether the header of a mail begins here: its author, and another field close behind.</summary>
    private bool IsHeader(int at)
    {
        if (LineMarks.Header(_lines[at].Text) is not (MailField.From, { Length: > 0 }))
        {
            return false;
        }

        return _lines.Skip(at + 1).Take(2).Any(line => LineMarks.Header(line.Text) is not null);
    }

    private int ReadHeader(int at)
    {
        const int MostFields = 10;
        var (from, sent, subject) = ("", "", (string?)null);
        var end = at;
        while (end < _lines.Count && end - at < MostFields && LineMarks.Header(_lines[end].Text) is var (field, value))
        {
            switch (field)
            {
                case MailField.From: from = value; break;
                case MailField.Sent: sent = value; break;
                case MailField.Subject: subject = value; break;
                default: break;
            }

            end++;
        }

        _placeByDepth[_depth] = MailPlace.Of(from, sent);
        Begin(_placeByDepth[_depth]);
        Subject = subject;
        return end - at - 1;
    }

    // What is quoted stands one deeper, unless the program that pasted it left the marks out.
    private void BeginQuote(int at, string place)
    {
        var next = _lines.FindIndex(at + 1, line => !line.IsBlank);
        var depth = next >= 0 && _lines[next].Depth > _depth ? _lines[next].Depth : _depth;
        _placeByDepth[depth] = place;
        if (depth == _depth)
        {
            Begin(place);
        }
    }

    private void Begin(string? place)
    {
        Place = place;
        HasBegun = true;
        _signatureLines = -1;
        _firstSentence = _sentences.Sentences.Count;
    }

    private bool IsSignature(PreReadLine line)
    {
        if (LineMarks.IsFarewell(line.Text))
        {
            _signatureLines = 0;
            return true;
        }

        if (_signatureLines < 0 || line.IsBlank)
        {
            return false;
        }

        var isLine = _signatureLines < MostSignatureLines && line.Text.Length <= LongestSignatureLine && !line.Text.EndsWith('.') && LineMarks.Item(line.Text) is null
            && LineMarks.MarkdownHeading(line.Text) is null && LineMarks.Slide(line.Text) is null && !line.Text.StartsWith("PS", StringComparison.Ordinal);
        if (!isLine)
        {
            _signatureLines = -1;
            return false;
        }

        if (_signatureLines++ == 0 && Place is null)
        {
            Place = MailPlace.Of(line.Text, "");
            _placeByDepth[_depth] = Place;
            _sentences.Place(_firstSentence, Place);
        }

        return true;
    }
}
