using System.ComponentModel.DataAnnotations;

namespace BotCoach.Host;

/// <summary>Reads sections of the configuration that are needed before the services are put together.</summary>
internal static class Configured
{
    /// <summary>Reads a section and checks it.</summary>
    /// <exception cref="ConfigurationException">A value cannot be read or is out of its range; the message names the key.</exception>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var options = new T();
        try
        {
            configuration.GetSection(section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException error)
        {
            throw new ConfigurationException($"{section}: {Innermost(error)}", error);
        }

        List<ValidationResult> problems = [];
        if (!Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true))
        {
            throw new ConfigurationException(string.Join(
                Environment.NewLine,
                problems.Select(problem => $"{section}:{string.Join(',', problem.MemberNames)}: {problem.ErrorMessage}")));
        }

        return options;
    }

    private static string Innermost(Exception error) => error.InnerException is { } inner ? $"{error.Message} {inner.Message}" : error.Message;
}

/// <summary>The configuration cannot be used; the message names the key and says what is wrong.</summary>
internal sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
