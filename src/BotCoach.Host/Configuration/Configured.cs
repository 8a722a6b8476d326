using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace BotCoach.Host;

/// <summary>Reads sections of the configuration that are needed before the services are put together.</summary>
internal static class Configured
{
    /// <summary>Reads a section and checks it.</summary>
    /// <exception cref="ConfigurationException">
    /// A key is not known, or a value cannot be read or is out of its range; the message names the key.
    /// </exception>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var options = new T();
        var problems = Fill(options, configuration.GetSection(section)).ToList();
        return problems.Count == 0 ? options : throw new ConfigurationException(string.Join(' ', problems));
    }

    /// <summary>Checks the options that are read by the services themselves.</summary>
    /// <exception cref="ConfigurationException">One is not usable; the message names the key.</exception>
    public static void Check(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (OptionsValidationException problem)
        {
            throw new ConfigurationException(string.Join(' ', problem.Failures), problem);
        }
    }

    // A key that nobody reads is a slip of the pen: the value that it was to set would silently stay what it was.
    private static IEnumerable<string> Fill(object options, IConfigurationSection section)
    {
        var settings = options.GetType().GetProperties().Where(property => property.CanWrite).ToList();
        foreach (var child in section.GetChildren())
        {
            var setting = settings.Find(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            var problems = setting switch
            {
                null => [$"{child.Path} is not a setting; there is {string.Join(", ", settings.Select(property => property.Name))}."],
                _ when IsGroup(setting) => Fill(setting.GetValue(options)!, child),
                _ => Set(options, setting, child),
            };
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }

        List<ValidationResult> invalid = [];
        Validator.TryValidateObject(options, new ValidationContext(options), invalid, validateAllProperties: true);
        foreach (var problem in invalid)
        {
            yield return $"{section.Path}:{string.Join(',', problem.MemberNames)}: {problem.ErrorMessage}";
        }
    }

    private static bool IsGroup(PropertyInfo setting) =>
        setting.PropertyType.IsClass && setting.PropertyType != typeof(string) && setting.PropertyType != typeof(Uri);

    private static IEnumerable<string> Set(object options, PropertyInfo setting, IConfigurationSection child)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(setting.PropertyType).ConvertFromInvariantString(child.Value ?? "");
            if (setting.PropertyType.IsEnum && !Enum.IsDefined(setting.PropertyType, value!))
            {
                throw new FormatException("A number that stands for nothing.");
            }

            setting.SetValue(options, value);
            return [];
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or NotSupportedException)
        {
            // Not with the value: it may be a secret that was put at the wrong key.
            return [$"{child.Path} must be {Expected(setting.PropertyType)}."];
        }
    }

    private static string Expected(Type type) => type switch
    {
        { IsEnum: true } => string.Join(" or ", Enum.GetNames(type)),
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(Uri) => "an address",
        _ => $"a {type.Name}",
    };
}

/// <summary>The configuration cannot be used; the message names the key and says what is wrong, in words for an operator.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Makes one that says nothing.</summary>
    public ConfigurationException()
    {
    }

    /// <summary>Makes one.</summary>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with what led to it.</summary>
    public ConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
