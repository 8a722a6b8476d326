namespace BotCoach.Coaching;

/// <summary>Bends the plain words of a term so that they fit in its place in a text.</summary>
internal sealed class AlternativeFit(TextWords text, IReadOnlySet<string> afterNoun)
{
    /// <summary>How far before a term its article or auxiliary is looked for: "the core banking API", "has not been deployed".</summary>
    private const int Reach = 3;

    private static readonly HashSet<string> _determiners = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their", "every", "each",
        "any", "some", "no", "another", "which", "what", "whose",
    };

    private static readonly HashSet<string> _spanishDeterminers = new(StringComparer.Ordinal)
    {
        "el", "la", "los", "las", "un", "una", "unos", "unas", "este", "esta", "estos", "estas", "nuestro", "nuestra", "nuestros",
        "nuestras", "su", "sus", "del", "al", "cada",
    };

    private static readonly HashSet<string> _beforeParticiple = new(StringComparer.Ordinal)
    {
        "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "get", "gets", "got", "having", "isn't",
        "aren't", "wasn't", "weren't", "hasn't", "haven't", "i've", "we've", "they've", "it's", "we're",
    };

    /// <summary>The alternatives for a match, the best first; empty when none fits.</summary>
    public IReadOnlyList<string> For(TermMatch match, int first, TextLanguage language)
    {
        var fitting = language == TextLanguage.Spanish ? Spanish(match, first) : English(match, first);
        var word = text.Words[first];
        var isCapital = text.Sentences[word.Sentence].FirstWord == first && char.IsUpper(text.Text[word.Start]);
        return [.. fitting.Select(words => isCapital ? Capital(words) : words).Distinct(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Spanish(TermMatch match, int first) =>
        from words in match.Term.Spanish
        let fitting = match.Form == TermForm.Plural ? words.Many ?? words.One : words.One
        select IsAfter(first, _spanishDeterminers) ? WithoutFirst(fitting, _spanishDeterminers) : fitting;

    private IEnumerable<string> English(TermMatch match, int first) => match.Term.Class switch
    {
        TermClass.Verb when match.Term.AsNoun.Count > 0 && match.Form is TermForm.Base or TermForm.ThirdPerson && IsNoun(first, match.Count) =>
            Nouns(match.Term.AsNoun, first, match.Count, isPlural: match.Form == TermForm.ThirdPerson),
        TermClass.Verb => match.Term.Plain.Select(words => match.Form switch
        {
            TermForm.ThirdPerson => EnglishForms.ThirdPerson(words.One),
            TermForm.Past => IsParticiple(first) ? EnglishForms.Participle(words.One) : EnglishForms.Past(words.One),
            TermForm.Gerund => EnglishForms.Gerund(words.One),
            _ => words.One,
        }),
        TermClass.Fixed => match.Term.Plain.Select(words => words.One)
            .Where(words => !IsBeforeNoun(first + match.Count) || EnglishForms.CanStandBeforeNoun(words)),
        _ => Nouns(match.Term.Plain, first, match.Count, isPlural: match.Form == TermForm.Plural),
    };

    private IEnumerable<string> Nouns(IReadOnlyList<PlainWords> plain, int first, int count, bool isPlural)
    {
        var isBeforeNoun = IsBeforeNoun(first + count);
        var determiner = DistanceToDeterminer(first);
        // Between an article and the noun after it only a short name fits: "the core banking API", "the API team".
        var compact = isBeforeNoun || determiner > 1 ? plain.Where(words => EnglishForms.IsCompact(words.One)).ToList() : [];
        var fitting = compact.Count > 0 || isBeforeNoun ? compact : plain;
        return (TakesObject(first, count) ? fitting.Where(words => EnglishForms.IsBareGerund(words.One)) : fitting)
            .Select(words => isPlural ? words.Many ?? EnglishForms.Plural(words.One) : words.One)
            .Select(words => determiner > 0 || isBeforeNoun ? WithoutFirst(words, _determiners) : words);
    }

    /// <summary>Whether the words after a noun may make it a part of a longer noun: "API team".</summary>
    private bool IsBeforeNoun(int next) => next < text.Words.Count
        && text.Words[next] is { Joint: ' ' or '-' } word
        && word.Sentence == text.Words[next - 1].Sentence
        && char.IsLetter(word.Lower[0])
        && !afterNoun.Contains(word.Lower)
        && !(word.Lower.Length > 4 && (word.Lower.EndsWith("ly", StringComparison.Ordinal) || word.Lower.EndsWith("ed", StringComparison.Ordinal)))
        && !word.Lower.EndsWith("n't", StringComparison.Ordinal) && !word.Lower.EndsWith("n\u2019t", StringComparison.Ordinal);

    // "the deploy", "port 22"; but "the teams deploy".
    private bool IsNoun(int first, int count) => IsAfter(first, _determiners)
        || (first + count < text.Words.Count && text.Words[first + count] is { Joint: ' ' } next && char.IsAsciiDigit(next.Lower[0]));

    /// <summary>Whether a noun in -ing is used as a verb: "debugging the payment path".</summary>
    private bool TakesObject(int first, int count) =>
        text.Words[first + count - 1].Lower.EndsWith("ing", StringComparison.Ordinal)
        && IsJoined(first + count) && _determiners.Contains(text.Words[first + count].Lower);

    /// <summary>How many words before a noun its article stands, 1 for directly before it; 0 when it has none.</summary>
    private int DistanceToDeterminer(int first)
    {
        for (var distance = 1; distance <= Reach && IsJoined(first - distance + 1); distance++)
        {
            var word = text.Words[first - distance].Lower;
            if (_determiners.Contains(word))
            {
                return distance;
            }

            if (afterNoun.Contains(word))
            {
                return 0;
            }
        }

        return 0;
    }

    private bool IsParticiple(int first)
    {
        for (var distance = 1; distance <= Reach && IsJoined(first - distance + 1); distance++)
        {
            if (_beforeParticiple.Contains(text.Words[first - distance].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAfter(int first, HashSet<string> words) => IsJoined(first) && words.Contains(text.Words[first - 1].Lower);

    private bool IsJoined(int at) => at > 0 && at < text.Words.Count && text.Words[at].Joint is ' ' or '-';

    private static string WithoutFirst(string words, HashSet<string> articles) =>
        words.Split(' ', 2) is [var first, var rest] && articles.Contains(first) ? rest : words;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
