using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BotCoach.Coaching;

/// <summary>Reviews one text.</summary>
internal sealed class TextReview
{
    /// <summary>
    /// Words that a sentence may have. The style guide of GOV.UK asks for sentences of at most 25 words, for readers, who
    /// can go back; a listener cannot.
    /// </summary>
    public const int LongestSentence = 25;

    private readonly PlainLexicon _lexicon;
    private readonly TextWords _text;
    private readonly CompanyWords _company;
    private readonly IReadOnlyList<TextLanguage> _languages;
    private readonly Abbreviations _abbreviations;
    private readonly NounPhrases _nouns;
    private readonly AlternativeFit _fit;

    public TextReview(PlainLexicon lexicon, TextWords text, CompanyWords company)
    {
        _lexicon = lexicon;
        _text = text;
        _company = company;
        _languages = lexicon.Vocabulary.Language.Of(text);
        _abbreviations = new Abbreviations(text, lexicon.Vocabulary);
        _nouns = new NounPhrases(text, lexicon.Vocabulary.AfterNoun);
        _fit = new AlternativeFit(text, _nouns);
    }

    public IReadOnlyList<PlainLanguageRemark> Remarks()
    {
        List<Finding> findings = [.. Findings()];
        var explained = findings
            .Where(finding => finding.Match is not { Term.Class: TermClass.Verb or TermClass.Fixed } && Explanations.Has(_text, finding.First, finding.Count))
            .Select(finding => finding.Subject).ToHashSet(StringComparer.Ordinal);
        var occurrences = findings.CountBy(finding => finding.Subject).ToDictionary(StringComparer.Ordinal);
        return [.. findings
            .Where(finding => !explained.Contains(finding.Subject))
            .DistinctBy(finding => finding.Subject)
            .Select(finding => RemarkOn(finding, occurrences[finding.Subject]))
            .Concat(LongSentences())
            .OrderBy(remark => remark.Start)
            .ThenByDescending(remark => remark.Length)];
    }

    private IEnumerable<Finding> Findings()
    {
        var candidates = Candidates(out var isTrade);
        for (var at = 0; at < candidates.Length;)
        {
            var found = Chosen(candidates[at], at, isTrade) ?? Abbreviation(at);
            if (found is not null && !IsCompanys(found))
            {
                yield return found;
            }

            at += found?.Count ?? 1;
        }
    }

    /// <summary>The terms that may begin at each word, and which words belong to a term that is nothing else.</summary>
    private TermMatch[][] Candidates(out bool[] isTrade)
    {
        var candidates = new TermMatch[_text.Words.Count][];
        isTrade = new bool[_text.Words.Count];
        for (var at = 0; at < candidates.Length; at++)
        {
            var language = _languages[_text.Words[at].Sentence];
            candidates[at] = [.. _lexicon.Index.At(_text, at).Where(match => IsUsedIn(match.Term, language))];
            if (candidates[at].FirstOrDefault(match => match.Term.Sense is null) is { Term: not null } sure)
            {
                Array.Fill(isTrade, true, at, sure.Count);
            }
        }

        return candidates;
    }

    // What stands in a Spanish sentence and is no word of Spanish was taken over as it is: "el failover".
    private static bool IsUsedIn(Term term, TextLanguage language) => language switch
    {
        TextLanguage.English => !term.IsSpanishOnly,
        TextLanguage.Spanish => term.Spanish.Count > 0 || term.Class == TermClass.Name || term.Sense is null,
        _ => false,
    };

    private Finding? Chosen(TermMatch[] candidates, int at, bool[] isTrade)
    {
        foreach (var match in candidates)
        {
            if (match.Term.Sense?.IsTerm(_text, at, match.Count, isTrade, IsNoun(at, match.Count)) != false)
            {
                return new Finding($"term:{match.Term.Slug}", at, match.Count, match);
            }
        }

        return null;
    }

    // Spanish takes the words of the trade over as nouns.
    private bool IsNoun(int first, int count) => _languages[_text.Words[first].Sentence] == TextLanguage.Spanish
        || (_nouns.IsNoun(first, count) && !_nouns.IsBeforeNoun(first + count));

    private Finding? Abbreviation(int at) =>
        _abbreviations.At(at) is { } letters ? new Finding($"abbreviation:{letters.ToLowerInvariant()}", at, 1, null) : null;

    private bool IsCompanys(Finding finding) =>
        _company.Have(Written(finding)) || (finding.Match is { Term.Name: var name } && _company.Have(name));

    private PlainLanguageRemark RemarkOn(Finding finding, int occurrences)
    {
        var written = Written(finding);
        var start = _text.Words[finding.First].Start;
        return new PlainLanguageRemark
        {
            Id = occurrences == 1 ? finding.Subject : string.Create(CultureInfo.InvariantCulture, $"{finding.Subject}:{occurrences}"),
            Subject = finding.Subject,
            Kind = finding.Match is null or { Term.Class: TermClass.Abbreviation } ? PlainLanguageRemarkKind.Abbreviation : PlainLanguageRemarkKind.Term,
            Start = start,
            Length = written.Length,
            Written = written,
            Term = finding.Match?.Term,
            Alternatives = finding.Match is { } match
                ? _fit.For(match, finding.First, _languages[_text.Words[finding.First].Sentence])
                : [],
        };
    }

    private IEnumerable<PlainLanguageRemark> LongSentences()
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        foreach (var sentence in _text.Sentences)
        {
            // "back-end" and "24/7" are said as one.
            var words = _text.Words.Skip(sentence.FirstWord).Take(sentence.WordCount).Count(word => word.Joint is ' ' or TextWords.Apart);
            if (words <= LongestSentence)
            {
                continue;
            }

            var subject = SubjectOf(sentence);
            var times = seen[subject] = seen.GetValueOrDefault(subject) + 1;
            if (times > 1)
            {
                subject = string.Create(CultureInfo.InvariantCulture, $"{subject}:{times}");
            }

            yield return new PlainLanguageRemark
            {
                Id = subject,
                Subject = subject,
                Kind = PlainLanguageRemarkKind.LongSentence,
                Start = sentence.Start,
                Length = sentence.End - sentence.Start,
                Written = _text.Text[sentence.Start..sentence.End],
                WordCount = words,
            };
        }
    }

    // A sentence is known by its first words, so that a change further on leaves it the same.
    private string SubjectOf(Sentence sentence)
    {
        const int Telling = 4;
        const int Bytes = 6;
        var start = string.Join(' ', _text.Words.Skip(sentence.FirstWord).Take(Telling).Select(word => word.Lower));
        return $"sentence:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(start)).AsSpan(0, Bytes))}";
    }

    private string Written(Finding finding) =>
        _text.Text[_text.Words[finding.First].Start.._text.Words[finding.First + finding.Count - 1].End];

    /// <summary>A term or an abbreviation in the text.</summary>
    /// <param name="Subject">What it is, whatever its form.</param>
    /// <param name="First">Its first word.</param>
    /// <param name="Count">How many words it has.</param>
    /// <param name="Match">The term; null for an abbreviation that the lexicon does not have.</param>
    private sealed record Finding(string Subject, int First, int Count, TermMatch? Match);
}
