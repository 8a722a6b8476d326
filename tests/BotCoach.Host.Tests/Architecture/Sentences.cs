using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BotCoach.Host.Tests;

/// <summary>Finds words that people would read and that stand in code, where no language but English can have them.</summary>
internal static partial class Sentences
{
    // What operators and authors of data read is English: the command line, the doctor, health, start-up, what is wrong with a
    // setting or with a data file, what a language model is asked. People whom nobody met speak as they like, and the words that
    // everybody may type stand beside each other in all languages.
    private static readonly string[] _notForUsers =
    [
        "BotCoach.Host/BotCoachApp.cs", "BotCoach.Host/Commands/", "BotCoach.Host/Configuration/", "BotCoach.Host/Diagnosis/",
        "BotCoach.Host/Health/", "BotCoach.Host/Installs/InstallationsTable.cs", "BotCoach.Host/Links/PublicAddress.cs", "BotCoach.Host/Summaries/", "BotCoach.Host/Telemetry/",
        "BotCoach.Slack/Diagnosis/", "BotCoach.Slack/SlackSetup.cs", "BotCoach.Slack/SocketMode/",
        "BotCoach.Teams/Authentication/", "BotCoach.Teams/Diagnosis/", "BotCoach.Teams/TeamsOptionsValidation.cs", "BotCoach.Chat/Diagnosis/", "BotCoach.Chat/Delivery/RateWindow.cs",
        "BotCoach.Coaching/Catalogue/CatalogueDifferences.cs", "BotCoach.Coaching/Catalogue/CatalogueReader.cs", "BotCoach.Coaching/Catalogue/CheckInReader.cs", "BotCoach.Coaching/Catalogue/CopyRules.cs",
        "BotCoach.Coaching/Catalogue/YamlFields.cs", "BotCoach.Coaching/PlainLanguage/PlainLexiconReader.cs",
        "BotCoach.Coaching/PlainLanguage/PlainVocabularyReader.cs", "BotCoach.Coaching/PlainLanguage/TermSenseReader.cs",
        "BotCoach.Coaching/PreReads/CoachingData.cs", "BotCoach.Coaching/Meetings/DateWords.cs", "BotCoach.Coaching/People/RowReading.cs", "BotCoach.Coaching/SampleCompany/",
    ];

    private static readonly string[] _spoken = ["BotCoach.Chat", "BotCoach.Coaching", "BotCoach.Slack", "BotCoach.Teams", "BotCoach.Host"];

    /// <summary>The places where code says something to people.</summary>
    public static IReadOnlyList<string> In(IEnumerable<Source> sources) =>
    [
        .. from source in sources
           let file = $"{source.Project}/{source.Path}"
           where _spoken.Contains(source.Project) && !_notForUsers.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
           let tree = CSharpSyntaxTree.ParseText(source.Text)
           let makesCards = MakesCards().IsMatch(source.Text)
           from node in tree.GetRoot().DescendantNodes()
           let words = Words(node) is { } written ? Markup().Replace(written, " ").Trim() : null
           where words is not null && (Sentence().IsMatch(words) || (makesCards && Label().IsMatch(words))) && !IsForProgrammers(node)
           select $"{file}:{tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}: {words}",
    ];

    private static string? Words(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(part => part is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : "{}")),
        _ => null,
    };

    // Exceptions, attributes (logging, validation, regular expressions), what is wrong with a data file, and what names an index or a column.
    private static bool IsForProgrammers(SyntaxNode node) => node.Ancestors().Any(ancestor =>
        ancestor is ThrowExpressionSyntax or ThrowStatementSyntax or AttributeSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax
        || (ancestor is ObjectCreationExpressionSyntax created && created.Type.ToString().EndsWith("Exception", StringComparison.Ordinal))
        || (ancestor is InvocationExpressionSyntax called && ForProgrammers().IsMatch(called.Expression.ToString())));

    [GeneratedRegex(@"\b(static|override|private|internal|public) (async )?(Card|ChatForm|ChoiceRow|Choice|FormField)\b|new (Choice|FormField|Fact)\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex MakesCards();

    // Tags of HTML, rules of CSS, and names of routes and keys whose parts are put together.
    [GeneratedRegex(@"<[^>]*>|[^{}]*\{[^{}]*:[^{}]*;[^{}]*\}|^(sheet|pseudonym) \{\} \{\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Markup();

    // Three words or more, or two behind a capital.
    [GeneratedRegex(@"\p{L}{2,}[,.;:]? (\p{L}+|\{\})[,.;:]? (\p{L}+|\{\})|^\p{Lu}\p{Ll}+ (\p{Ll}+|\{\})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+[.?…:]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Label();

    [GeneratedRegex(@"(^|\.)(Log\w*|Assert\w*|CreateCounter|CreateHistogram|CreateObservableGauge|CreateUpDownCounter|Fail|Report|Require\w*)(<\w+>)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex ForProgrammers();
}
