using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// A company that does not exist: what somebody looks at who has no people of their own yet, and what is measured. The same
/// values give the same people with the same history.
/// </summary>
public sealed record SampleCompany
{
    private static readonly string[] _fields =
        ["Platform", "Payments", "Mobile", "Data", "Search", "Support tools", "Identity", "Checkout", "Growth", "Infrastructure"];

    private static readonly string[] _places = ["", "in Madrid", "in London", "in Berlin", "in Toronto", "in Pune"];

    /// <summary>Where its people belong.</summary>
    public required WorkspaceAddress Home { get; init; }

    /// <summary>How many people were asked into a group, at least 1.</summary>
    public int People { get; init; } = 5_000;

    /// <summary>How many weeks of history it has, at least 1.</summary>
    public int Weeks { get; init; } = 26;

    /// <summary>What its groups are called, at least one.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>
    /// How often each nudge comes: once as the plan has it, and for the rest because the person asked for one more. Replies
    /// grow with it, and nothing else does.
    /// </summary>
    public int RepliesFactor { get; init; } = 1;

    /// <summary>Another one gives other people.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Its programme lead, who is in no group.</summary>
    public PersonAddress Lead => new(Home.Channel, Home.Workspace, "ULEAD");

    /// <summary>Names for a number of groups, each another one.</summary>
    public static IReadOnlyList<string> GroupNames(int count) => [.. Enumerable.Range(0, count).Select(GroupName)];

    /// <summary>The id of a group by its place.</summary>
    internal static string GroupId(int place) => string.Create(CultureInfo.InvariantCulture, $"g{place + 1}");

    private static string GroupName(int place)
    {
        var (round, field) = Math.DivRem(place, _fields.Length);
        var (again, site) = Math.DivRem(round, _places.Length);
        var name = $"{_fields[field]} {_places[site]}".TrimEnd();
        return again == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {again + 1}");
    }
}
