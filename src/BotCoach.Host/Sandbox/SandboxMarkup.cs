using System.Text.RegularExpressions;
using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>
/// The page as it is served: sandbox.html with the words of a language. Where a word belongs, the markup says by its name; sandbox.js
/// puts others there when the visitor chooses another language.
/// </summary>
internal static partial class SandboxMarkup
{
    private static readonly Dictionary<Language, string> _pages = Language.All.ToDictionary(language => language, Make);

    /// <summary>The page in a language.</summary>
    public static string In(Language language) => _pages[language];

    private static string Make(Language language)
    {
        using var stream = typeof(SandboxMarkup).Assembly.GetManifestResourceStream("sandbox.html")
            ?? throw new InvalidOperationException("The assembly was built without sandbox.html.");
        using var reader = new StreamReader(stream);
        var words = ScreenPage.Of(language).Words;
        return Place().Replace(reader.ReadToEnd().Replace("<html>", $"<html lang=\"{language.Tag}\">", StringComparison.Ordinal), place =>
        {
            var said = Html.Of($"{words[place.Groups["name"].Value]}");
            return place.Groups["kind"].Value switch
            {
                "label" => $"{place.Value} aria-label=\"{said}\"",
                "hint" => $"{place.Value} placeholder=\"{said}\"",
                _ => place.Value + said,
            };
        });
    }

    // A text goes into an element that is empty so far, whose other attributes stand before.
    [GeneratedRegex("data-(?:(?<kind>says)=\"(?<name>[a-zA-Z]+)\">|(?<kind>label|hint)=\"(?<name>[a-zA-Z]+)\")", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
