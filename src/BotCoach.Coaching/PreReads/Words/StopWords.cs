using System.Collections.Frozen;

namespace BotCoach.Coaching;

/// <summary>Words that stand in every text of a language and say nothing of its subject.</summary>
internal static class StopWords
{
    /// <summary>English, in plain letters.</summary>
    public static FrozenSet<string> English { get; } = Read("stop-words-english.txt");

    /// <summary>Spanish, in plain letters.</summary>
    public static FrozenSet<string> Spanish { get; } = Read("stop-words-spanish.txt");

    /// <summary>Those of both languages.</summary>
    public static FrozenSet<string> Both { get; } = English.Union(Spanish).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those of a language; of both when it is not known.</summary>
    public static FrozenSet<string> Of(PreReadLanguage language) => language switch
    {
        PreReadLanguage.English => English,
        PreReadLanguage.Spanish => Spanish,
        _ => Both,
    };

    private static FrozenSet<string> Read(string name) => EmbeddedText.Read(name)
        .Split('\n')
        .Where(line => !line.StartsWith('#'))
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(Words.Plain)
        .ToFrozenSet(StringComparer.Ordinal);
}
