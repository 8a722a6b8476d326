using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Host;

/// <summary>Where the keys are that encrypt secrets in the store.</summary>
internal sealed class KeyRingOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Keys";

    /// <summary>
    /// The folder of the key ring; relative to the content root. Several nodes share one, and a backup without it cannot
    /// read the secrets.
    /// </summary>
    public string Path { get; set; } = "data/keys";
}

/// <summary>Sets up the key ring.</summary>
internal static class KeyRing
{
    public static IServiceCollection AddKeyRing(this IServiceCollection services, WebApplicationBuilder builder)
    {
        services.AddDataProtection()
            .SetApplicationName("BotCoach")
            .PersistKeysToFileSystem(FolderOf(builder));
        return services;
    }

    /// <summary>The folder of the key ring.</summary>
    /// <exception cref="ConfigurationException">The section cannot be read.</exception>
    public static DirectoryInfo FolderOf(WebApplicationBuilder builder)
    {
        var options = Configured.Read<KeyRingOptions>(builder.Configuration, KeyRingOptions.Section);
        return new DirectoryInfo(Path.Combine(builder.Environment.ContentRootPath, options.Path));
    }
}
