using BotCoach.Host;

return await BotCoachApp.RunAsync(args, Console.Error);
