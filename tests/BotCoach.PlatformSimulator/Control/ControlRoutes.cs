using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BotCoach.PlatformSimulator;

/// <summary>What a test asks the simulator when the two are not one process; <see cref="SimulatorControl"/> is the other end.</summary>
internal sealed class ControlRoutes(Workspaces workspaces, Reception reception)
{
    public const string Path = "/_control";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Path}/report", workspaces.Report);
        routes.MapGet($"{Path}/receipts", workspaces.Receipts);
        routes.MapGet($"{Path}/faults", () => reception.Faults);
        routes.MapPut($"{Path}/faults", (FaultRates faults) =>
        {
            reception.Faults = faults;
            return Results.NoContent();
        });
        routes.MapDelete($"{Path}/", () =>
        {
            workspaces.Clear();
            return Results.NoContent();
        });
    }
}
