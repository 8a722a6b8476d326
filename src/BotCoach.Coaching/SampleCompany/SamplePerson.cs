using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>One of the people of a <see cref="SampleCompany"/>: what they are like, from which all that they did follows.</summary>
internal sealed record SamplePerson
{
    private static readonly string[] _names =
        ["Anna", "Ben", "Carla", "Dev", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jon", "Kavya", "Liam", "Mei", "Noor", "Olu", "Priya", "Rosa", "Sam", "Tomas", "Yuki"];

    private static readonly string[] _zones =
        ["Europe/Berlin", "Europe/Madrid", "Europe/London", "America/Toronto", "Asia/Kolkata"];

    /// <summary>Who.</summary>
    public required PersonAddress Address { get; init; }

    /// <summary>What colleagues call them.</summary>
    public required string Name { get; init; }

    /// <summary>Their zone.</summary>
    public required string Zone { get; init; }

    /// <summary>Their plan.</summary>
    public required PlanTemplate Plan { get; init; }

    /// <summary>Where they stand with their groups, by the groups' places.</summary>
    public required MemberStatus Status { get; init; }

    /// <summary>The places of their groups; one, or two for a few of them.</summary>
    public required IReadOnlyList<int> Groups { get; init; }

    /// <summary>The first week that counts, from 0.</summary>
    public required int Joins { get; init; }

    /// <summary>The first week that no longer counts; null while they stay.</summary>
    public int? Leaves { get; init; }

    /// <summary>The week in which they end their plan; null while it runs.</summary>
    public int? Stops { get; init; }

    /// <summary>How many of ten nudges they answer when they begin, and how well things go then, both from 0 to 1.</summary>
    public required double Diligence { get; init; }

    /// <summary>What a week of practice adds to either, from 0 to 1.</summary>
    public required double Growth { get; init; }

    /// <summary>Where they are in the rotation of practices when they join.</summary>
    public required int FirstSequence { get; init; }

    /// <summary>The person of a number from 0 on.</summary>
    public static SamplePerson Of(SampleCompany company, int number)
    {
        var lot = Lot(company, number, week: -1);
        var group = number % company.Groups.Count;
        var joins = lot.NextDouble() < 0.7 ? 0 : lot.Next(Math.Max(1, company.Weeks * 2 / 3));
        var status = lot.NextDouble() switch
        {
            < 0.90 => MemberStatus.Accepted,
            < 0.95 => MemberStatus.Left,
            < 0.98 => MemberStatus.Invited,
            _ => MemberStatus.Declined,
        };
        var stops = lot.NextDouble() < 0.12 ? Between(lot, joins, company.Weeks) : (int?)null;
        // Some groups do better than others, or there would be nothing to see.
        var ofGroup = 0.12 * Math.Sin(1.7 * group);
        return new SamplePerson
        {
            Address = new PersonAddress(
                company.Home.Channel, company.Home.Workspace, string.Create(CultureInfo.InvariantCulture, $"USAMPLE{number + 1:D5}")),
            Name = string.Create(CultureInfo.InvariantCulture, $"{_names[lot.Next(_names.Length)]} {(char)('A' + lot.Next(26))}."),
            Zone = _zones[group % _zones.Length],
            Plan = PlanTemplate.All[lot.NextDouble() switch { < 0.25 => 0, < 0.85 => 1, _ => 2 }],
            Status = status,
            Groups = lot.NextDouble() < 0.05 && company.Groups.Count > 1 ? [group, (group + 1) % company.Groups.Count] : [group],
            Joins = joins,
            Leaves = status is MemberStatus.Left ? Between(lot, joins, company.Weeks) : null,
            Stops = stops,
            Diligence = Math.Clamp(0.45 + ofGroup + (0.25 * (lot.NextDouble() - 0.5)), 0.05, 0.95),
            Growth = 0.008 + (0.008 * lot.NextDouble()),
            FirstSequence = lot.Next(1_000),
        };
    }

    /// <summary>Chance as it was for a person in a week: always the same.</summary>
    public static Random Lot(SampleCompany company, int number, int week) =>
        new(unchecked((((company.Seed * 486_187_739) + number) * 16_777_619) + week));

    /// <summary>Whether they belong to their groups and their plan runs in a week.</summary>
    public bool IsThere(int week) =>
        Status is MemberStatus.Accepted or MemberStatus.Left && week >= Joins && !(week >= Leaves) && !(week >= Stops);

    private static int Between(Random lot, int joins, int weeks) => joins + 1 + lot.Next(Math.Max(1, weeks - joins));
}
