using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BotCoach.TextGenerator;

/// <summary>A text of a resource file.</summary>
internal sealed class ResourceEntry(string key, string text, IReadOnlyList<MessagePart> parts, Location location)
{
    public string Key { get; } = key;

    public string Text { get; } = text;

    public IReadOnlyList<MessagePart> Parts { get; } = parts;

    public Location Location { get; } = location;

    /// <summary>Its placeholders in the order in which they come, with whether each is a number.</summary>
    public IReadOnlyList<(string Name, bool IsNumber)> Placeholders { get; } = Of(parts);

    private static List<(string Name, bool IsNumber)> Of(IReadOnlyList<MessagePart> parts)
    {
        List<(string Name, bool IsNumber)> found = [];
        foreach (var (name, isNumber) in parts.SelectMany(All))
        {
            var known = found.FindIndex(one => one.Name == name);
            if (known < 0)
            {
                found.Add((name, isNumber));
            }
            else if (isNumber)
            {
                found[known] = (name, true);
            }
        }

        return found;
    }

    private static IEnumerable<(string Name, bool IsNumber)> All(MessagePart part) => part switch
    {
        MessagePart.Argument argument => [(argument.Name, false)],
        MessagePart.Number number => [(number.Name, true)],
        MessagePart.Plural plural => new[] { (plural.Name, true) }.Concat(plural.Branches.SelectMany(branch => branch.Parts.SelectMany(All))),
        _ => [],
    };
}

/// <summary>A resource file: <c>PlanTexts.resx</c> in English, <c>PlanTexts.es.resx</c> in Spanish.</summary>
internal sealed class ResourceFile
{
    /// <summary>The language of a file whose name says none.</summary>
    public const string Neutral = "en";

    private ResourceFile(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var dot = name.LastIndexOf('.');
        (Name, Tag) = dot < 0 ? (name, Neutral) : (name.Substring(0, dot), name.Substring(dot + 1));
        Set = Path.Combine(Path.GetDirectoryName(path) ?? "", Name);
        Location = Location.Create(path, default, default);
    }

    /// <summary>The name of the class that is made of it.</summary>
    public string Name { get; }

    /// <summary>The tag of its language.</summary>
    public string Tag { get; }

    /// <summary>What it has in common with its translations.</summary>
    public string Set { get; }

    public Location Location { get; }

    public List<ResourceEntry> Entries { get; } = [];

    public List<Diagnostic> Faults { get; } = [];

    /// <summary>Reads a file; what is wrong with it is told in <see cref="Faults"/>.</summary>
    public static ResourceFile Read(string path, SourceText text)
    {
        var file = new ResourceFile(path);
        try
        {
            foreach (var data in XDocument.Parse(text.ToString(), LoadOptions.SetLineInfo).Root!.Elements("data"))
            {
                file.Add(path, data);
            }
        }
        catch (XmlException e)
        {
            file.Faults.Add(Diagnostic.Create(TextFaults.Broken, file.Location, file.Name, e.Message));
        }

        return file;
    }

    private void Add(string path, XElement data)
    {
        var line = Math.Max(0, ((IXmlLineInfo)data).LineNumber - 1);
        var location = Location.Create(path, default, new LinePositionSpan(new LinePosition(line, 0), new LinePosition(line, 0)));
        var key = data.Attribute("name")?.Value ?? "";
        var text = data.Element("value")?.Value ?? "";
        try
        {
            if (!Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(key) || Entries.Any(entry => entry.Key == key))
            {
                throw new FormatException("has a name that is taken, or no name of a member");
            }

            Entries.Add(new ResourceEntry(key, text, MessageReader.Read(text), location));
        }
        catch (FormatException e)
        {
            Faults.Add(Diagnostic.Create(TextFaults.Broken, location, key, e.Message));
        }
    }
}
