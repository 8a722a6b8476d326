using BotCoach.PlatformSimulator;

return await SimulatorProgram.RunAsync(args);
