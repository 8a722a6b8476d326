namespace BotCoach.Coaching;

/// <summary>A term found in a text.</summary>
/// <param name="Term">The term.</param>
/// <param name="Form">In which form.</param>
/// <param name="Count">How many words it covers.</param>
internal readonly record struct TermMatch(Term Term, TermForm Form, int Count);

/// <summary>
/// Finds terms by their words. A tree of words, each step taken once for a word of the text, so that the time does not
/// grow with the number of terms.
/// </summary>
internal sealed class TermIndex
{
    private readonly Node _root = new();

    public void Add(Term term)
    {
        foreach (var (form, written) in FormsOf(term))
        {
            foreach (var spelling in Spellings(written))
            {
                Add(term, form, spelling);
            }
        }
    }

    /// <summary>The terms that begin at a word, the longest first.</summary>
    public IEnumerable<TermMatch> At(TextWords text, int first)
    {
        List<TermMatch> matches = [];
        var node = _root;
        for (var at = first; at < text.Words.Count; at++)
        {
            var word = text.Words[at];
            var step = at == first ? word.Lower : Step(word);
            if (step is null || !node.Next.TryGetValue(step, out var next))
            {
                break;
            }

            node = next;
            foreach (var end in node.Ends)
            {
                if (end.Exact is null || end.Exact.Index().All(part => text.Written(text.Words[first + part.Index]).SequenceEqual(part.Item)))
                {
                    matches.Add(new TermMatch(end.Term, end.Form, at - first + 1));
                }
            }
        }

        matches.Reverse();
        return matches;
    }

    /// <summary>The key for a word that goes on a phrase; null when what stands before it ends the phrase.</summary>
    private static string? Step(TextWord word) => word.Joint switch
    {
        ' ' or '-' => word.Lower,
        TextWords.Apart => null,
        var joint => joint + word.Lower,
    };

    private static IEnumerable<(TermForm Form, string Written)> FormsOf(Term term)
    {
        yield return (TermForm.Base, term.Name);
        switch (term.Class)
        {
            case TermClass.Noun:
                yield return (TermForm.Plural, EnglishForms.Plural(term.Name));
                break;
            case TermClass.Abbreviation:
                yield return (TermForm.Plural, term.Name + "s");
                break;
            case TermClass.Verb:
                yield return (TermForm.ThirdPerson, EnglishForms.ThirdPerson(term.Name));
                yield return (TermForm.Past, EnglishForms.Past(term.Name));
                yield return (TermForm.Gerund, EnglishForms.Gerund(term.Name));
                if (EnglishForms.Participle(term.Name) is var participle && participle != EnglishForms.Past(term.Name))
                {
                    yield return (TermForm.Past, participle);
                }

                break;
        }
    }

    // A hyphen in a term is written as a hyphen, a space or not at all; the first two make the same steps.
    private static IEnumerable<string> Spellings(string written) =>
        written.Contains('-', StringComparison.Ordinal)
            ? [written.Replace('-', ' '), written.Replace("-", "", StringComparison.Ordinal)]
            : [written];

    private void Add(Term term, TermForm form, string spelling)
    {
        var text = TextWords.Of(spelling);
        var node = _root;
        foreach (var (place, word) in text.Words.Index())
        {
            var step = place == 0 ? word.Lower : Step(word)
                ?? throw new InvalidOperationException($"'{spelling}' cannot be found: a mark in it parts its words.");
            if (!node.Next.TryGetValue(step, out var next))
            {
                node.Next[step] = next = new Node();
            }

            node = next;
        }

        string[]? exact = term.IsExact ? [.. text.Words.Select(word => text.Written(word).ToString())] : null;
        // "containerised" is rather the adjective than a form of the verb, where the lexicon has both; the last is taken first.
        node.Ends.Insert(form == TermForm.Base ? node.Ends.Count : 0, new End(term, form, exact));
    }

    private sealed record End(Term Term, TermForm Form, string[]? Exact);

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public List<End> Ends { get; } = [];
    }
}
