using System.Globalization;
using BotCoach.Coaching;
using BotCoach.Scheduling;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Host;

/// <summary>
/// <c>demo seed</c> puts a company that does not exist into the service's store, and <c>demo link</c> opens its figures:
/// for whoever wants to see them before anybody is enrolled. Nobody of that company is ever sent anything.
/// </summary>
internal sealed class DemoCommand(DemoOptions options, ITableStore store, ShardMap shards, IDataProtectionProvider protection, TextWriter output, TextWriter errors)
{
    public const string Usage = """
        Usage: BotCoach.Host demo seed [--people 5000] [--weeks 26] [--groups 40] [--replies-factor 1] [--seed 1] [--workspace slack:TDEMO]
               BotCoach.Host demo link [--workspace slack:TDEMO]
        The first makes a company that does not exist, with its history; the second a link to its figures, good for ten minutes.
        Where the store is, the service's configuration says; --Section:Key=value changes it.
        """;

    /// <summary>Whether a command line asks for this.</summary>
    public static bool IsMeant(string[] args) => args is ["demo", ..];

    /// <summary>Does what a command line says, on the store that the service's configuration names.</summary>
    /// <returns>The exit code: 0, 1 when the store cannot be used or is not empty, 2 when the command line cannot be read.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (!DemoOptions.TryRead(args, out var options))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            var builder = WebApplication.CreateBuilder([.. options.Settings]);
            var address = Configured.Read<PublicAddressOptions>(builder.Configuration, PublicAddressOptions.Section);
            var (store, shards) = await BotCoachApp.OpenStoreAsync(
                builder,
                Configured.Read<StorageOptions>(builder.Configuration, StorageOptions.Section),
                Configured.Read<SchedulingOptions>(builder.Configuration, SchedulingOptions.Section));
            await using var services = new ServiceCollection()
                .AddLogging()
                // Made by the container, so that it closes it.
                .AddSingleton(_ => store)
                .AddKeyRing(builder)
                .BuildServiceProvider();
            var command = new DemoCommand(
                options, services.GetRequiredService<ITableStore>(), shards, services.GetRequiredService<IDataProtectionProvider>(), output, errors);
            return options.IsSeed ? await command.SeedAsync() : await command.LinkAsync(address, builder.Environment);
        }
        catch (Exception problem) when (problem is ConfigurationException or TableUnavailableException)
        {
            await errors.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    private async Task<int> SeedAsync()
    {
        var (company, last) = (options.Company, ClosedWeek.At(TimeProvider.System.GetUtcNow()));
        var history = new SampleHistory(store, shards, protection, company, last);
        if (await history.WriteAsync(new Progress(output), CancellationToken.None) is not { } replies)
        {
            await errors.WriteLineAsync($"The workspace {company.Home.Channel}:{company.Home.Workspace} has rows already; nothing was done. --workspace names another.");
            return 1;
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Made {company.People} people in {company.Groups.Count} groups, with {replies} replies in {company.Weeks} weeks. demo link opens their figures."));
        return 0;
    }

    private async Task<int> LinkAsync(PublicAddressOptions address, IHostEnvironment environment)
    {
        address.PublicUrl ??= new Uri(BotCoachApp.DefaultUrl);
        var links = new OneTimeLinks(new PublicAddress(Microsoft.Extensions.Options.Options.Create(address), environment), protection, TimeProvider.System);
        await output.WriteLineAsync($"{links.Make(OneTimePage.Insights, options.Company.Lead)}");
        return 0;
    }

    // In the order in which it happens: the usual Progress would say it whenever a thread is free.
    private sealed class Progress(TextWriter output) : IProgress<IsoWeek>
    {
        public void Report(IsoWeek value) => output.WriteLine($"{value} is counted.");
    }
}
