namespace BotCoach.Benchmarks;

/// <summary>A workspace or tenant and how many of its people are due.</summary>
/// <param name="Id">Its id.</param>
/// <param name="People">How many are due.</param>
/// <param name="PerSecond">How many messages a second the platform allows there.</param>
/// <param name="IsSlack">Whether it is Slack's; else it is a tenant of Teams.</param>
internal sealed record SimulatedCompany(string Id, int People, double PerSecond, bool IsSlack)
{
    private const int Tenants = 19;
    private const double TenantPerSecond = 50;

    // 300 a minute, the low end of Slack's "several hundred".
    private const double SlackPerSecond = 5;

    // Each tenant is as much larger than the one before it; with 19 the largest has some 17 times as many as the smallest.
    private const double Growth = 1.17;

    // As long at its pace as the largest tenants take at theirs.
    private const double ShareOfSlack = 0.0125;

    /// <summary>How long it takes when every moment is used.</summary>
    public double IdealSeconds => (People - 1) / PerSecond;

    /// <summary>Twenty of them: one workspace of Slack, since a host has one token, and nineteen tenants of Teams.</summary>
    /// <param name="people">How many people are due in all; a few more or less, as sizes are rounded.</param>
    public static IReadOnlyList<SimulatedCompany> Of(int people)
    {
        var unit = people * (1 - ShareOfSlack) * (Growth - 1) / (Math.Pow(Growth, Tenants) - 1);
        return
        [
            new(Stage.SlackWorkspace, Math.Max(2, (int)(people * ShareOfSlack)), SlackPerSecond, IsSlack: true),
            .. Enumerable.Range(0, Tenants).Select(number =>
                new SimulatedCompany($"tenant-{number + 1:D2}", Math.Max(2, (int)Math.Round(unit * Math.Pow(Growth, number))), TenantPerSecond, IsSlack: false)),
        ];
    }

    /// <summary>A person of it.</summary>
    public Enrolled Enrol(Stage stage, int number, DateTimeOffset dueAt) => IsSlack ? Stage.InSlack(number, dueAt) : stage.InTeams(Id, number, dueAt);
}
