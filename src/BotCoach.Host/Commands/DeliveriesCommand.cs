using System.Globalization;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Host;

/// <summary>
/// <c>deliveries list</c> shows the nudges that could not be sent, and <c>deliveries retry</c> makes them due again. Both read
/// the service's own configuration, and may be run while it runs.
/// </summary>
internal sealed class DeliveriesCommand(FailedDeliveries failed, DeliveriesOptions options, TextWriter output, TextWriter errors)
{
    public const string Usage = """
        Usage: BotCoach.Host deliveries list [--since TIME] [--workspace ID]
               BotCoach.Host deliveries retry KEY
               BotCoach.Host deliveries retry --all [--since TIME] [--workspace ID]
        TIME is a date (2026-11-23), an instant (2026-11-23T09:00Z), or how long ago (90m, 24h, 7d). KEY stands in the list.
        Where the store is, the service's configuration says; --Section:Key=value changes it.
        """;

    /// <summary>Whether a command line asks for this.</summary>
    public static bool IsMeant(string[] args) => args is ["deliveries", ..];

    /// <summary>Does what a command line says, on the store that the service's configuration names.</summary>
    /// <returns>The exit code: that of the command, 1 when the store cannot be used, 2 when the command line cannot be read.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (!DeliveriesOptions.TryRead(args, TimeProvider.System.GetUtcNow(), out var options))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            await using var coach = await CoachAlone.OpenAsync([.. options.Settings]);
            return await new DeliveriesCommand(coach.GetRequiredService<FailedDeliveries>(), options, output, errors).RunAsync(CancellationToken.None);
        }
        catch (Exception problem) when (problem is ConfigurationException or TableUnavailableException or InvalidDataException)
        {
            await errors.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    /// <summary>Does it.</summary>
    /// <returns>The exit code: 0, or 1 when the one nudge that was named is not put back.</returns>
    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Name is { } name)
        {
            return await RetryAsync(name, cancellationToken);
        }

        var list = await failed.ListAsync(options.Since ?? DateTimeOffset.MinValue, options.Workspace, cancellationToken);
        await (options.IsRetry ? RetryAsync(list, cancellationToken) : ShowAsync(list));
        return 0;
    }

    private async Task ShowAsync(IReadOnlyList<FailedNudge> list)
    {
        if (list.Count == 0)
        {
            await output.WriteLineAsync("No nudge was given up.");
            return;
        }

        await output.WriteLineAsync($"{"WHEN (UTC)",-19}  {"REASON",-28}  KEY (channel/workspace/person/nudge)");
        foreach (var failure in list)
        {
            var when = failure.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            await output.WriteLineAsync($"{when,-19}  {failure.Reason,-28}  {DeliveryName.Of(failure)}");
        }

        await output.WriteLineAsync(list.Count == 1 ? "One nudge was given up." : $"{list.Count} nudges were given up.");
    }

    private async Task<int> RetryAsync(DeliveryName name, CancellationToken cancellationToken)
    {
        if (await failed.FindAsync(name.Person, name.Nudge, cancellationToken) is { } failure)
        {
            return await RetryAsync(failure, cancellationToken) is PutBack.TooLate or PutBack.NotWanted ? 1 : 0;
        }

        await errors.WriteLineAsync($"No nudge of the key {name} is on the list. It may have been put back already; deliveries list shows the others.");
        return 1;
    }

    private async Task RetryAsync(IReadOnlyList<FailedNudge> list, CancellationToken cancellationToken)
    {
        var due = 0;
        foreach (var failure in list)
        {
            due += await RetryAsync(failure, cancellationToken) is PutBack.Due ? 1 : 0;
        }

        await output.WriteLineAsync($"{due} of {list.Count} are due again.");
    }

    private async Task<PutBack> RetryAsync(FailedNudge failure, CancellationToken cancellationToken)
    {
        var became = await failed.RetryAsync(failure, cancellationToken);
        await output.WriteLineAsync($"{DeliveryName.Of(failure)}  {Say(became)}");
        return became;
    }

    private static string Say(PutBack became) => became switch
    {
        PutBack.Due => "is due again",
        PutBack.DueAlready => "was due again already",
        PutBack.SentMeanwhile => "was sent meanwhile",
        PutBack.TooLate => "is left out: too late to be of use",
        PutBack.NotWanted => "is left out: the plan, meeting or group that it was made for is no longer so",
        _ => throw new InvalidOperationException($"Not a known outcome: {became}."),
    };
}
