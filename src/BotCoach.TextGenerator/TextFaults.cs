using Microsoft.CodeAnalysis;

namespace BotCoach.TextGenerator;

/// <summary>What can be wrong with resource files. Each stops the build.</summary>
internal static class TextFaults
{
    public static DiagnosticDescriptor Broken { get; } = Fault("TEXT001", "A text is broken", "The text {0} {1}");

    public static DiagnosticDescriptor Missing { get; } = Fault("TEXT002", "A text is not translated", "The text {0} is missing in {1}");

    public static DiagnosticDescriptor Unknown { get; } = Fault("TEXT003", "A translation translates nothing", "The text {0} does not stand in {1}");

    public static DiagnosticDescriptor Placeholders { get; } =
        Fault("TEXT004", "A translation has other placeholders", "The text {0} has the placeholders {1} in English and {2} here");

    private static DiagnosticDescriptor Fault(string id, string title, string message) =>
        new(id, title, message, "Texts", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
