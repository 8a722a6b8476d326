using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Who leads before anybody was named in chat.</summary>
public sealed class ProgrammeOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Programme";

    /// <summary>
    /// The first leads, separated by commas, each as channel, workspace and person: <c>slack:T0123:U0123</c>. They can name
    /// others in chat.
    /// </summary>
    public string Leads { get; set; } = "";

    /// <summary>Reads <see cref="Leads"/>.</summary>
    /// <exception cref="FormatException">One of them is not three parts.</exception>
    public IReadOnlySet<PersonAddress> ReadLeads() => Leads
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(lead => lead.Split(':', 3) is [{ Length: > 0 } channel, { Length: > 0 } workspace, { Length: > 0 } person]
            ? new PersonAddress(channel, workspace, person)
            : throw new FormatException($"{Section}:{nameof(Leads)}: '{lead}' is not a channel, a workspace and a person, such as slack:T0123:U0123."))
        .ToHashSet();
}
