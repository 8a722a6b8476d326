using System.Globalization;

namespace BotCoach.TextGenerator;

/// <summary>A part of a message.</summary>
internal abstract class MessagePart
{
    /// <summary>Words as they stand.</summary>
    public sealed class Words(string text) : MessagePart
    {
        public string Text { get; } = text;
    }

    /// <summary>Words that are put in: <c>{name}</c>.</summary>
    public sealed class Argument(string name) : MessagePart
    {
        public string Name { get; } = name;
    }

    /// <summary>A whole number, grouped as the language does: <c>{count, number}</c>, or <c>#</c> in a plural.</summary>
    public sealed class Number(string name) : MessagePart
    {
        public string Name { get; } = name;
    }

    /// <summary>Words that depend on a number: <c>{count, plural, =0 {…} one {…} other {…}}</c>.</summary>
    public sealed class Plural(string name, IReadOnlyList<(string Selector, IReadOnlyList<MessagePart> Parts)> branches) : MessagePart
    {
        public string Name { get; } = name;

        public IReadOnlyList<(string Selector, IReadOnlyList<MessagePart> Parts)> Branches { get; } = branches;
    }
}

/// <summary>
/// Reads a message: the part of ICU's MessageFormat that whole numbers and names need (unicode-org.github.io/icu,
/// "Formatting Messages"). An apostrophe is an apostrophe; braces cannot be written as words.
/// </summary>
internal sealed class MessageReader
{
    private readonly string _text;
    private int _at;

    private MessageReader(string text) => _text = text;

    /// <summary>The parts of a message.</summary>
    /// <exception cref="FormatException">It is not written as it must be; the exception says where.</exception>
    public static IReadOnlyList<MessagePart> Read(string text)
    {
        var reader = new MessageReader(text);
        var parts = reader.Parts(plural: null);
        return reader._at == text.Length ? parts : throw reader.Broken("a brace that closes nothing");
    }

    private List<MessagePart> Parts(string? plural)
    {
        List<MessagePart> parts = [];
        var from = _at;
        while (_at < _text.Length && _text[_at] != '}')
        {
            if (_text[_at] is '{' || (_text[_at] is '#' && plural is not null))
            {
                AddWords(parts, from);
                parts.Add(_text[_at] is '{' ? Placeholder() : Count(plural!));
                from = _at;
            }
            else
            {
                _at++;
            }
        }

        AddWords(parts, from);
        return parts;
    }

    private void AddWords(List<MessagePart> parts, int from)
    {
        if (_at > from)
        {
            parts.Add(new MessagePart.Words(_text.Substring(from, _at - from)));
        }
    }

    private MessagePart.Number Count(string plural)
    {
        _at++;
        return new MessagePart.Number(plural);
    }

    private MessagePart Placeholder()
    {
        Expect('{');
        var name = Word();
        if (name.Length == 0 || !char.IsLetter(name[0]))
        {
            throw Broken("a placeholder without a name");
        }

        if (Next() == '}')
        {
            _at++;
            return new MessagePart.Argument(name);
        }

        Expect(',');
        switch (Word())
        {
            case "number":
                Expect('}');
                return new MessagePart.Number(name);
            case "plural":
                Expect(',');
                return Plural(name);
            case var kind:
                throw Broken($"\"{kind}\", which is neither number nor plural");
        }
    }

    private MessagePart.Plural Plural(string name)
    {
        List<(string Selector, IReadOnlyList<MessagePart> Parts)> branches = [];
        while (Next() != '}')
        {
            var selector = Word();
            var isKnown = selector is "one" or "other"
                || (selector.StartsWith("=", StringComparison.Ordinal) && int.TryParse(selector.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out _));
            if (!isKnown)
            {
                throw Broken($"\"{selector}\", which is neither one, other nor a number behind =");
            }

            Expect('{');
            branches.Add((selector, Parts(name)));
            Expect('}');
        }

        Expect('}');
        return branches.Count(branch => branch.Selector == "other") == 1 && branches[branches.Count - 1].Selector == "other"
            ? new MessagePart.Plural(name, branches)
            : throw Broken("a plural that does not end with \"other\"");
    }

    private string Word()
    {
        Next();
        var from = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '='))
        {
            _at++;
        }

        return _text.Substring(from, _at - from);
    }

    private char Next()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return _at < _text.Length ? _text[_at] : '\0';
    }

    private void Expect(char sign)
    {
        if (Next() != sign)
        {
            throw Broken($"no \"{sign}\" where one must be");
        }

        _at++;
    }

    private FormatException Broken(string what) => new($"has {what}, at character {(_at + 1).ToString(CultureInfo.InvariantCulture)}");
}
