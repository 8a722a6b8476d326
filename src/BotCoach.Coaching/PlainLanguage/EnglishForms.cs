namespace BotCoach.Coaching;

/// <summary>
/// Plurals and verb forms of English phrases, by rule with the exceptions that occur among terms and their plain words.
/// In a phrase, the noun before the first preposition bends, or the verb at its start.
/// </summary>
internal static class EnglishForms
{
    private static readonly HashSet<string> _afterNoun = new(StringComparer.Ordinal)
    {
        "that", "which", "who", "of", "for", "to", "in", "on", "at", "with", "from", "by", "between", "behind", "across",
        "into", "about", "we", "where", "when", "how", "as", "under", "per", "without", "over", "inside", "outside", "than",
        "not", "only", "whose", "our", "they", "it", "through", "before", "after", "during", "against", "beyond",
    };

    private static readonly Dictionary<string, string> _plurals = new(StringComparer.Ordinal)
    {
        ["person"] = "people",
        ["index"] = "indexes",
        ["schema"] = "schemas",
        ["child"] = "children",
        ["half"] = "halves",
    };

    // Past and participle.
    private static readonly Dictionary<string, (string Past, string Participle)> _pasts = new(StringComparer.Ordinal)
    {
        ["bring"] = ("brought", "brought"),
        ["break"] = ("broke", "broken"),
        ["build"] = ("built", "built"),
        ["rebuild"] = ("rebuilt", "rebuilt"),
        ["buy"] = ("bought", "bought"),
        ["catch"] = ("caught", "caught"),
        ["choose"] = ("chose", "chosen"),
        ["cut"] = ("cut", "cut"),
        ["do"] = ("did", "done"),
        ["draw"] = ("drew", "drawn"),
        ["find"] = ("found", "found"),
        ["get"] = ("got", "got"),
        ["give"] = ("gave", "given"),
        ["go"] = ("went", "gone"),
        ["grow"] = ("grew", "grown"),
        ["hand"] = ("handed", "handed"),
        ["hold"] = ("held", "held"),
        ["keep"] = ("kept", "kept"),
        ["leave"] = ("left", "left"),
        ["let"] = ("let", "let"),
        ["make"] = ("made", "made"),
        ["pay"] = ("paid", "paid"),
        ["put"] = ("put", "put"),
        ["read"] = ("read", "read"),
        ["rethink"] = ("rethought", "rethought"),
        ["rewrite"] = ("rewrote", "rewritten"),
        ["run"] = ("ran", "run"),
        ["send"] = ("sent", "sent"),
        ["set"] = ("set", "set"),
        ["reset"] = ("reset", "reset"),
        ["shut"] = ("shut", "shut"),
        ["speed"] = ("sped", "sped"),
        ["spin"] = ("spun", "spun"),
        ["split"] = ("split", "split"),
        ["spread"] = ("spread", "spread"),
        ["stand"] = ("stood", "stood"),
        ["take"] = ("took", "taken"),
        ["tell"] = ("told", "told"),
        ["throw"] = ("threw", "thrown"),
        ["undo"] = ("undid", "undone"),
        ["wind"] = ("wound", "wound"),
        ["write"] = ("wrote", "written"),
        ["spend"] = ("spent", "spent"),
        ["tear"] = ("tore", "torn"),
    };

    // Stressed at their end, so that the consonant doubles.
    private static readonly HashSet<string> _doubling = new(StringComparer.Ordinal)
    {
        "debug", "commit", "submit", "rerun", "reset", "unplug", "format", "begin", "unzip", "remap", "replan", "reship", "rollup",
    };

    /// <summary>More than one of a noun phrase. An article <c>a</c> or <c>an</c> at its start falls away.</summary>
    public static string Plural(string phrase)
    {
        List<string> words = [.. phrase.Split(' ')];
        if (words.Count > 1 && words[0] is "a" or "an")
        {
            words.RemoveAt(0);
        }

        var after = words.FindIndex(1, word => _afterNoun.Contains(word));
        var noun = (after < 0 ? words.Count : after) - 1;
        words[noun] = PluralOf(words[noun]);
        if (after > 0 && after + 1 < words.Count && words[after] is "that" or "which" or "who")
        {
            words[after + 1] = PluralVerb(words[after + 1]);
        }

        return string.Join(' ', words);
    }

    /// <summary>A verb phrase with <c>-s</c>.</summary>
    public static string ThirdPerson(string phrase) => WithVerb(phrase, verb => verb switch
    {
        "do" => "does",
        "go" => "goes",
        _ => PluralOf(verb),
    });

    /// <summary>A verb phrase in the past.</summary>
    public static string Past(string phrase) => WithVerb(phrase, verb => _pasts.TryGetValue(verb, out var past) ? past.Past : Ed(verb));

    /// <summary>A verb phrase after "is", "was", "has" and their like.</summary>
    public static string Participle(string phrase) =>
        WithVerb(phrase, verb => _pasts.TryGetValue(verb, out var past) ? past.Participle : Ed(verb));

    /// <summary>A verb phrase with <c>-ing</c>.</summary>
    public static string Gerund(string phrase) => WithVerb(phrase, verb => verb switch
    {
        [.., 'e', 'e'] or [.., 'o', 'e'] or [.., 'y', 'e'] => verb + "ing",
        [.. var start, 'i', 'e'] => start + "ying",
        [.. var start, 'e'] when start.Length > 1 => start + "ing",
        _ => Doubled(verb) + "ing",
    });

    /// <summary>Whether a noun phrase has no words after its noun, so that it can stand before another noun.</summary>
    public static bool IsCompact(string phrase) => !phrase.Split(' ').Skip(1).Any(_afterNoun.Contains);

    /// <summary>Whether words that describe something can stand before it: "safe", not "safe to repeat".</summary>
    public static bool CanStandBeforeNoun(string phrase) => !phrase.Split(' ').Any(_afterNoun.Contains);

    /// <summary>Whether words are a verb in -ing that can take an object: "splitting", "setting up".</summary>
    public static bool IsBareGerund(string phrase) =>
        phrase.Split(' ') is [var verb, .. var rest] && verb.EndsWith("ing", StringComparison.Ordinal) && rest is [] or ["up" or "down" or "out" or "off" or "back"];

    // "the program that runs", "the programs that run"; "a list that others keep" stays.
    private static string PluralVerb(string verb) => verb switch
    {
        "is" => "are",
        "was" => "were",
        "has" => "have",
        "does" => "do",
        "others" or "customers" or "people" or "engineers" or "us" => verb,
        [.. var start, 'i', 'e', 's'] => start + "y",
        [.. var start, 's', 'e', 's'] when start is [.., 's'] => start + "s",
        [.. var start, 'h' or 'x', 'e', 's'] => verb[..^2],
        [.., 's', 's'] => verb,
        [.. var start, 's'] => start,
        _ => verb,
    };

    private static string WithVerb(string phrase, Func<string, string> bend)
    {
        var end = phrase.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? bend(phrase) : bend(phrase[..end]) + phrase[end..];
    }

    private static string PluralOf(string word)
    {
        if (_plurals.TryGetValue(word, out var irregular))
        {
            return irregular;
        }

        return word switch
        {
            [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => word + "es",
            [.. var start, 'y'] when start.Length > 0 && !IsVowel(start[^1]) => start + "ies",
            _ => word + "s",
        };
    }

    private static string Ed(string verb) => verb switch
    {
        [.., 'e'] => verb + "d",
        [.. var start, 'y'] when start.Length > 0 && !IsVowel(start[^1]) => start + "ied",
        _ => Doubled(verb) + "ed",
    };

    // One syllable with one vowel before one consonant: "ship", "plan"; not "deploy", "clean", "monitor".
    private static string Doubled(string verb) =>
        _doubling.Contains(verb)
        || (verb is [.., _, var vowel, var last]
            && !IsVowel(last) && last is not ('w' or 'x' or 'y')
            && IsVowel(vowel) && !IsVowel(verb[^3]) && verb.Count(IsVowel) == 1)
            ? verb + verb[^1]
            : verb;

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
