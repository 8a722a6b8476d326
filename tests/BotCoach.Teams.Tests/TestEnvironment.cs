using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace BotCoach.Teams.Tests;

internal sealed class TestEnvironment(string name) : IHostEnvironment
{
    public static readonly TestEnvironment Production = new(Environments.Production);
    public static readonly TestEnvironment Development = new(Environments.Development);

    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "BotCoach";

    public string ContentRootPath { get; set; } = "/";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
