using BotCoach.Chat;
using BotCoach.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotCoach.Benchmarks;

/// <summary>The product's Slack endpoint before a handler that answers at once and keeps nothing.</summary>
internal static class CommandServer
{
    public const string Name = "command-server";

    /// <summary>Serves until it is ended.</summary>
    public static async Task<bool> ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<IChatTurnHandler, AtOnce>().AddSingleton<IWorkspaceNoticeHandler, AtOnce>().AddSlack(builder.Configuration);
        await using var app = builder.Build();
        app.MapGet("/", () => "ready");
        app.MapSlack();
        await app.RunAsync();
        return true;
    }

    /// <summary>The same card as bolt-commands.cjs answers with.</summary>
    private sealed class AtOnce : IChatTurnHandler, IWorkspaceNoticeHandler
    {
        public Task<ChatAnswer> HandleAsync(ChatTurn turn, CancellationToken cancellationToken) => Task.FromResult(
            new ChatAnswer { Reply = new Card { Title = CommandLoad.Saved, Text = "What would make it a 4?" } });

        public Task HandleAsync(WorkspaceNotice notice, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task RecordPostAsync(ChatTurn turn, CardPost post, MessageAddress message, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
