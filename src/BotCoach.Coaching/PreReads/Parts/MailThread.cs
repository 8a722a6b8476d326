using System.Text.RegularExpressions;

namespace BotCoach.Coaching;

/// <summary>
/// Follows who wrote the lines of a thread: by headers, by the lines before quotes, and by the name below a farewell. Greetings
/// and signatures are read here and go no further.
/// </summary>
internal sealed partial class MailThread
{
    private const int MostFields = 10;
    private const int LongestTitle = 80;
    private const int Timeout = PastedText.PatternTimeout;

    private readonly List<PreReadLine> _lines;
    private readonly SentenceList _sentences;
    private readonly MailSignature _signature = new();
    private readonly Dictionary<int, PreReadPlace?> _placeByDepth = new() { [0] = null };
    private readonly HashSet<int> _headers;
    private readonly Dictionary<int, (string When, string Who)> _attributions;
    private readonly bool _hasMails;
    private readonly bool _isThread;
    private int _depth;
    private int _firstSentence;

    public MailThread(List<PreReadLine> lines, SentenceList sentences)
    {
        _lines = lines;
        _sentences = sentences;
        _headers = [.. Enumerable.Range(0, lines.Count).Where(IsHeader)];
        _attributions = lines.Index()
            .Where(line => line.Item.Text.EndsWith(':'))
            .Select(line => (line.Index, Attribution: LineMarks.Attribution(line.Item.Text)))
            .Where(line => line.Attribution is not null)
            .ToDictionary(line => line.Index, line => line.Attribution!.Value);
        List<int> starts = [.. _headers.Union(_attributions.Keys).Order()];
        var first = lines.FindIndex(line => !line.IsBlank);
        _hasMails = first >= 0 && (starts.Count > 0 || LineMarks.IsGreeting(lines[first].Text));

        // A single mail or memorandum is a text with a greeting: its sections say more of a place than its author does.
        _isThread = starts.Count > 1 || (starts.Count == 1 && lines.Take(starts[0]).Any(line => line.Text.Length > LongestTitle));
    }

    /// <summary>The mail that is being read; null outside of one, and in one whose author is not known yet.</summary>
    public PreReadPlace? Place { get; private set; }

    /// <summary>What the mail is about, when its header says so.</summary>
    public string? Subject { get; private set; }

    /// <summary>Whether the lines are those of several mails, where short ones are seldom headings.</summary>
    public bool IsThread => _isThread;

    /// <summary>Whether the line that was read last began a mail.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether a line ends what stood before it: another depth of quoting, or the beginning or end of a mail.</summary>
    public bool EndsParagraph(int at) =>
        _lines[at].Depth != _depth || (_hasMails && (_headers.Contains(at) || _attributions.ContainsKey(at) || LineMarks.IsFarewell(_lines[at].Text)));

    /// <summary>Reads a line that belongs to the thread and not to what is said in it.</summary>
    /// <returns>How many of the lines behind it were read with it; null when the line is text.</returns>
    public int? Read(int at)
    {
        HasBegun = false;
        var line = _lines[at];
        if (line.Depth != _depth && !line.IsBlank)
        {
            _depth = line.Depth;
            Place = _placeByDepth.TryGetValue(_depth, out var known) ? known : PreReadPlace.QuotedMail;
            _firstSentence = _sentences.Sentences.Count;
            _signature.End();
        }

        if (!_hasMails)
        {
            return null;
        }

        if (_headers.Contains(at))
        {
            return ReadHeader(at);
        }

        if (_attributions.TryGetValue(at, out var quoted))
        {
            ReadAttribution(at, MailPlace.Of(quoted.Who, quoted.When));
            return 0;
        }

        if (_signature.Has(line.Text))
        {
            NameAuthor();
            return 0;
        }

        return LineMarks.IsGreeting(line.Text) || IsAuthorAlone(line.Text) ? 0 : null;
    }

    /// <summary>Whether the header of a mail or memorandum begins here: its author, and another field close by.</summary>
    private bool IsHeader(int at)
    {
        if (LineMarks.Header(_lines[at].Text) is not { Value.Length: > 0 } first || (at > 0 && LineMarks.Header(_lines[at - 1].Text) is not null))
        {
            return false;
        }

        const int Close = 3;
        List<MailField> others = [.. _lines.Skip(at + 1).Take(Close)
            .Select(line => LineMarks.Header(line.Text)?.Field)
            .TakeWhile(field => field is not null)
            .OfType<MailField>()];
        return others.Count > 0 && (first.Field == MailField.From || others.Contains(MailField.From));
    }

    private int ReadHeader(int at)
    {
        var (from, sent, subject) = ("", "", (string?)null);
        var end = at;
        while (end < _lines.Count && end - at < MostFields && LineMarks.Header(_lines[end].Text) is var (field, value))
        {
            switch (field)
            {
                case MailField.From: from = value; break;
                case MailField.Sent: sent = value; break;
                case MailField.Subject: subject = Reply().Replace(value, ""); break;
                default: break;
            }

            end++;
        }

        Begin(_depth, MailPlace.Of(from, sent));
        Subject = subject;
        return end - at - 1;
    }

    // What is quoted stands one deeper, unless the program that pasted it left the marks out.
    private void ReadAttribution(int at, PreReadPlace place)
    {
        var next = _lines.FindIndex(at + 1, line => !line.IsBlank);
        Begin(next >= 0 && _lines[next].Depth > _depth ? _lines[next].Depth : _depth, place);
    }

    private void Begin(int depth, PreReadPlace place)
    {
        _placeByDepth[depth] = _isThread ? place : null;
        if (depth == _depth)
        {
            Place = _placeByDepth[depth];
            HasBegun = true;
            _firstSentence = _sentences.Sentences.Count;
        }

        _signature.End();
    }

    // The newest mail of a thread is often pasted without its header, and its author stands below it.
    private void NameAuthor()
    {
        if (_isThread && Place is null && _signature.Name is { } name)
        {
            Place = MailPlace.Of(name, "");
            _placeByDepth[_depth] = Place;
            _sentences.Place(_firstSentence, Place);
        }
    }

    private bool IsAuthorAlone(string line) => line.Length > 1 && Place is { Kind: PreReadPlaceKind.Mail, Name: var name } && name.StartsWith(line, StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:(?:re|fw|fwd|aw|wg|rv)\s*:\s*){1,10}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Reply();
}
