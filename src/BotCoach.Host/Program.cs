using BotCoach.Host;

await using var app = await BotCoachApp.BuildAsync(args);
await app.RunAsync();
