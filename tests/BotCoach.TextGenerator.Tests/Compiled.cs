using System.Globalization;
using System.Reflection;
using BotCoach.Chat;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BotCoach.TextGenerator.Tests;

/// <summary>What the compiler makes of resource files alone.</summary>
internal sealed class Compiled
{
    private readonly Assembly? _assembly;

    private Compiled(IEnumerable<Diagnostic> faults, Assembly? assembly) => (Faults, _assembly) =
        ([.. faults.Select(fault => $"{fault.Id} {fault.GetMessage(CultureInfo.InvariantCulture)}")], assembly);

    /// <summary>What is wrong with the files: an id and a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Compiles texts in English and Spanish: each a name and a value.</summary>
    public static Compiled Of((string Name, string Value)[] english, (string Name, string Value)[] spanish) =>
        Of(("Folder/HelloTexts.resx", Resource(english)), ("Folder/HelloTexts.es.resx", Resource(spanish)));

    /// <summary>Compiles files, each by its path.</summary>
    public static Compiled Of(params (string Path, string Content)[] files)
    {
        var runtime = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var compilation = CSharpCompilation.Create(
            "Texts",
            references: runtime.Split(Path.PathSeparator).Append(typeof(Language).Assembly.Location).Distinct().Select(path => MetadataReference.CreateFromFile(path)),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver
            .Create(
                [new TextsGenerator().AsSourceGenerator()],
                files.Select(file => new File(file.Path, file.Content)),
                optionsProvider: new Options())
            .RunGeneratorsAndUpdateCompilation(compilation, out var made, out var faults, CancellationToken.None);
        if (!faults.IsEmpty)
        {
            return new Compiled(faults, assembly: null);
        }

        using var image = new MemoryStream();
        var emitted = made.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return new Compiled([], Assembly.Load(image.ToArray()));
    }

    /// <summary>What a text says in a language.</summary>
    public string Say(Language language, string name, params object[] values)
    {
        var type = _assembly!.GetType("Sample.HelloTexts", throwOnError: true)!;
        var texts = type.GetMethod("In")!.Invoke(null, [language])!;
        return (string)(values.Length == 0 ? type.GetProperty(name)!.GetValue(texts) : type.GetMethod(name)!.Invoke(texts, values))!;
    }

    /// <summary>The parameters of a text, such as <c>string plan, int count</c>.</summary>
    public string Parameters(string name) => string.Join(", ", _assembly!
        .GetType("Sample.HelloTexts", throwOnError: true)!
        .GetMethod(name)!
        .GetParameters()
        .Select(parameter => $"{(parameter.ParameterType == typeof(int) ? "int" : "string")} {parameter.Name}"));

    private static string Resource((string Name, string Value)[] texts) => new System.Xml.Linq.XElement(
        "root",
        texts.Select(text => new System.Xml.Linq.XElement(
            "data", new System.Xml.Linq.XAttribute("name", text.Name), new System.Xml.Linq.XElement("value", text.Value)))).ToString();

    private sealed class File(string path, string content) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new RootNamespace();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class RootNamespace : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = "Sample";
            return key == "build_property.RootNamespace";
        }
    }
}
