using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BotCoach.TextGenerator;

/// <summary>
/// Makes a class of each resource file, with a member for each text and its placeholders as parameters, so that a text that
/// is missing, or filled in wrongly, does not compile. docs/adr/0025-languages.md says why.
/// </summary>
[Generator]
public sealed class TextsGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".resx", StringComparison.OrdinalIgnoreCase))
            .Select((file, cancellation) => file.GetText(cancellation) is { } text ? ResourceFile.Read(file.Path, text) : null)
            .Where(file => file is not null)
            .Collect();
        var space = context.AnalyzerConfigOptionsProvider.Select((options, _) =>
            options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var root) ? root : "Texts");
        context.RegisterSourceOutput(files.Combine(space), (output, found) => Make(output, found.Left!, found.Right));
    }

    private static void Make(SourceProductionContext output, ImmutableArray<ResourceFile> files, string space)
    {
        foreach (var fault in files.SelectMany(file => file.Faults))
        {
            output.ReportDiagnostic(fault);
        }

        var tags = files.Select(file => file.Tag).Distinct(StringComparer.Ordinal).Where(tag => tag != ResourceFile.Neutral).OrderBy(tag => tag, StringComparer.Ordinal).ToList();
        foreach (var set in files.GroupBy(file => file.Set, StringComparer.Ordinal))
        {
            var neutral = set.FirstOrDefault(file => file.Tag == ResourceFile.Neutral);
            var translations = tags.Select(tag => set.FirstOrDefault(file => file.Tag == tag)).ToList();
            if (neutral is null || translations.Any(file => file is null))
            {
                var name = set.First().Name;
                output.ReportDiagnostic(Diagnostic.Create(
                    TextFaults.Missing, set.First().Location, name, neutral is null ? ResourceFile.Neutral : tags[translations.FindIndex(file => file is null)]));
                continue;
            }

            var faults = translations.SelectMany(file => Compare(neutral, file!)).ToList();
            faults.ForEach(output.ReportDiagnostic);
            if (faults.All(fault => fault.Id != TextFaults.Missing.Id))
            {
                output.AddSource($"{neutral.Name}.g.cs", TextsSource.Write(space, neutral, translations!));
            }
        }
    }

    private static IEnumerable<Diagnostic> Compare(ResourceFile neutral, ResourceFile translation)
    {
        var file = $"{translation.Name}.{translation.Tag}.resx";
        foreach (var entry in neutral.Entries.Where(entry => translation.Entries.All(own => own.Key != entry.Key)))
        {
            yield return Diagnostic.Create(TextFaults.Missing, entry.Location, entry.Key, file);
        }

        foreach (var own in translation.Entries)
        {
            if (neutral.Entries.FirstOrDefault(entry => entry.Key == own.Key) is not { } entry)
            {
                yield return Diagnostic.Create(TextFaults.Unknown, own.Location, own.Key, $"{neutral.Name}.resx");
            }
            else if (!entry.Placeholders.OrderBy(one => one.Name, StringComparer.Ordinal).SequenceEqual(own.Placeholders.OrderBy(one => one.Name, StringComparer.Ordinal)))
            {
                yield return Diagnostic.Create(TextFaults.Placeholders, own.Location, own.Key, List(entry), List(own));
            }
        }
    }

    private static string List(ResourceEntry entry) =>
        entry.Placeholders.Count == 0 ? "none" : string.Join(", ", entry.Placeholders.Select(one => one.IsNumber ? $"{one.Name} (number)" : one.Name));
}
