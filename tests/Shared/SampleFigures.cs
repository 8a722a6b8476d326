using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Testing;

/// <summary>Figures of every kind that there is, made by the product itself from a small company's half year.</summary>
internal static class SampleFigures
{
    private const int PeopleInGroup = 25;
    private const int Weeks = 26;

    // Ten people and more are to have an opinion on one practice in one week.
    private const int RepliesFactor = 4;

    /// <summary>Writes the company into the store of a service.</summary>
    /// <param name="services">What the service is put together from.</param>
    /// <param name="home">The company's workspace, without rows so far.</param>
    /// <param name="last">The last week that has figures.</param>
    /// <param name="groups">What its groups are called.</param>
    public static async Task WriteAsync(IServiceProvider services, WorkspaceAddress home, IsoWeek last, params IReadOnlyList<string> groups)
    {
        var company = new SampleCompany { Home = home, Groups = groups, People = PeopleInGroup * groups.Count, Weeks = Weeks, RepliesFactor = RepliesFactor };
        var history = new SampleHistory(
            services.GetRequiredService<ITableStore>(), services.GetRequiredService<ShardMap>(), services.GetRequiredService<IDataProtectionProvider>(), company, last);
        Assert.NotNull(await history.WriteAsync(counted: null, CancellationToken.None));
    }
}
