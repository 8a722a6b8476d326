namespace BotCoach.Coaching;

/// <summary>Bends the plain words of a term so that they fit in its place in a text.</summary>
internal sealed class AlternativeFit(TextWords text, NounPhrases nouns)
{
    /// <summary>How far before a verb its auxiliary is looked for: "has not been deployed".</summary>
    private const int Reach = 3;

    private static readonly HashSet<string> _spanishDeterminers = new(StringComparer.Ordinal)
    {
        "el", "la", "los", "las", "un", "una", "unos", "unas", "este", "esta", "estos", "estas", "nuestro", "nuestra", "nuestros",
        "nuestras", "su", "sus", "del", "al", "cada",
    };

    private static readonly HashSet<string> _auxiliaries = new(StringComparer.Ordinal)
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
        let isDetermined = nouns.IsJoined(first) && _spanishDeterminers.Contains(text.Words[first - 1].Lower)
        select isDetermined ? WithoutFirst(fitting, _spanishDeterminers.Contains) : fitting;

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
            .Where(words => !nouns.IsBeforeNoun(first + match.Count) || EnglishForms.CanStandBeforeNoun(words)),
        _ => Nouns(match.Term.Plain, first, match.Count, isPlural: match.Form == TermForm.Plural),
    };

    private IEnumerable<string> Nouns(IReadOnlyList<PlainWords> plain, int first, int count, bool isPlural)
    {
        var isBeforeNoun = nouns.IsBeforeNoun(first + count);
        var determiner = nouns.DistanceToDeterminer(first);
        // Between an article and the noun after it only a short name fits: "the core banking API", "the API team".
        var compact = isBeforeNoun || determiner > 1 ? plain.Where(words => EnglishForms.IsCompact(words.One)).ToList() : [];
        var fitting = compact.Count > 0 || isBeforeNoun ? compact : plain;
        return (TakesObject(first, count) ? fitting.Where(words => EnglishForms.IsBareGerund(words.One)) : fitting)
            .Select(words => isPlural ? words.Many ?? EnglishForms.Plural(words.One) : words.One)
            .Select(words => determiner > 0 || isBeforeNoun ? WithoutFirst(words, NounPhrases.IsDeterminer) : words);
    }

    // "the deploy", "port 22"; but "the teams deploy".
    private bool IsNoun(int first, int count) => nouns.IsNoun(first, count)
        || (nouns.IsJoined(first + count) && char.IsAsciiDigit(text.Words[first + count].Lower[0]));

    /// <summary>Whether a noun in -ing is used as a verb: "debugging the payment path".</summary>
    private bool TakesObject(int first, int count) =>
        text.Words[first + count - 1].Lower.EndsWith("ing", StringComparison.Ordinal)
        && nouns.IsJoined(first + count) && NounPhrases.IsDeterminer(text.Words[first + count].Lower);

    private bool IsParticiple(int first)
    {
        for (var distance = 1; distance <= Reach && nouns.IsJoined(first - distance + 1); distance++)
        {
            if (_auxiliaries.Contains(text.Words[first - distance].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutFirst(string words, Func<string, bool> isArticle) =>
        words.Split(' ', 2) is [var first, var rest] && isArticle(first) ? rest : words;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
