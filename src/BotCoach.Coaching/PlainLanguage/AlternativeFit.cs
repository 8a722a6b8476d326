namespace BotCoach.Coaching;

/// <summary>Bends the plain words of a term so that they fit in its place in a text.</summary>
internal sealed class AlternativeFit(TextWords text, IReadOnlySet<string> afterNoun)
{
    private static readonly HashSet<string> _determiners = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their", "every", "each",
        "any", "some", "no", "another", "which", "what", "whose",
    };

    private static readonly HashSet<string> _beforeParticiple = new(StringComparer.Ordinal)
    {
        "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "get", "gets", "got", "having", "isn't",
        "aren't", "wasn't", "weren't", "hasn't", "haven't", "i've", "we've", "they've", "it's", "we're",
    };

    /// <summary>The alternatives for a match, the best first; empty when none fits.</summary>
    public IReadOnlyList<string> For(TermMatch match, int first, TextLanguage language)
    {
        var fitting = language == TextLanguage.Spanish
            ? match.Term.Spanish.Select(words => match.Form == TermForm.Plural ? words.Many ?? words.One : words.One)
            : English(match, first);
        var isFirst = text.Sentences[text.Words[first].Sentence].FirstWord == first;
        return [.. fitting.Select(words => isFirst ? Capital(words) : words).Distinct(StringComparer.Ordinal)];
    }

    private IEnumerable<string> English(TermMatch match, int first)
    {
        var term = match.Term;
        if (term.Class != TermClass.Verb)
        {
            return Nouns(term.Plain, match, first, isPlural: match.Form == TermForm.Plural);
        }

        return term.AsNoun.Count > 0 && match.Form is TermForm.Base or TermForm.ThirdPerson && IsNoun(first, first + match.Count)
            ? Nouns(term.AsNoun, match, first, isPlural: match.Form == TermForm.ThirdPerson)
            : term.Plain.Select(words => match.Form switch
            {
                TermForm.ThirdPerson => EnglishForms.ThirdPerson(words.One),
                TermForm.Past => IsParticiple(first) ? EnglishForms.Participle(words.One) : EnglishForms.Past(words.One),
                TermForm.Gerund => EnglishForms.Gerund(words.One),
                _ => words.One,
            });
    }

    private IEnumerable<string> Nouns(IReadOnlyList<PlainWords> plain, TermMatch match, int first, bool isPlural)
    {
        var isFollowed = IsBeforeNoun(first + match.Count);
        var hasDeterminer = Determiner(first);
        return plain
            .Where(words => match.Term.Class == TermClass.Fixed || !isFollowed || EnglishForms.IsCompact(words.One))
            .Select(words => isPlural ? words.Many ?? EnglishForms.Plural(words.One) : words.One)
            .Select(words => hasDeterminer || isFollowed ? WithoutArticle(words) : words);
    }

    /// <summary>Whether the words after a noun may make it a part of a longer noun: "API team".</summary>
    private bool IsBeforeNoun(int next) => next < text.Words.Count
        && text.Words[next] is { Joint: ' ' or '-' } word
        && word.Sentence == text.Words[next - 1].Sentence
        && char.IsLetter(word.Lower[0])
        && !afterNoun.Contains(word.Lower)
        && !word.Lower.EndsWith("ly", StringComparison.Ordinal);

    // "the deploy", "port 22"; but "the teams deploy".
    private bool IsNoun(int first, int next) =>
        Near(first, 1, _determiners) || (next < text.Words.Count && text.Words[next].Joint == ' ' && char.IsAsciiDigit(text.Words[next].Lower[0]));

    // One word may stand between: "our new API".
    private bool Determiner(int first) => Near(first, 2, _determiners);

    private bool IsParticiple(int first) => Near(first, 3, _beforeParticiple);

    private bool Near(int first, int reach, HashSet<string> wanted)
    {
        for (var at = first; at > 0 && at > first - reach && text.Words[at].Joint is ' ' or '-'; at--)
        {
            if (wanted.Contains(text.Words[at - 1].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutArticle(string words) => words.Split(' ', 2) is ["the" or "our" or "a" or "an", var rest] ? rest : words;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
