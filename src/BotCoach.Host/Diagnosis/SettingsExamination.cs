using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Scheduling;
using BotCoach.Slack;
using BotCoach.Teams;

namespace BotCoach.Host;

/// <summary>Whether every key of the configuration is known and every value can be read.</summary>
internal static class SettingsExamination
{
    /// <summary>What findings about settings are called.</summary>
    public const string Subject = "Configuration";

    private static readonly IReadOnlyDictionary<string, Action<IConfiguration>> _sections = new Dictionary<string, Action<IConfiguration>>(StringComparer.Ordinal)
    {
        [StorageOptions.Section] = configuration => Configured.Read<StorageOptions>(configuration, StorageOptions.Section),
        [KeyRingOptions.Section] = configuration => Configured.Read<KeyRingOptions>(configuration, KeyRingOptions.Section),
        [SchedulingOptions.Section] = configuration => Configured.Read<SchedulingOptions>(configuration, SchedulingOptions.Section),
        [SlackOptions.Section] = configuration => Configured.Read<SlackOptions>(configuration, SlackOptions.Section),
        [TeamsOptions.Section] = configuration => Configured.Read<TeamsOptions>(configuration, TeamsOptions.Section),
        [PublicAddressOptions.Section] = configuration => Configured.Read<PublicAddressOptions>(configuration, PublicAddressOptions.Section),
        [ProgrammeOptions.Section] = ReadProgramme,
        [RetentionOptions.Section] = configuration => Configured.Read<RetentionOptions>(configuration, RetentionOptions.Section),
        [SummariesOptions.Section] = configuration => Configured.Read<SummariesOptions>(configuration, SummariesOptions.Section),
        [TelemetryOptions.Section] = configuration => Configured.Read<TelemetryOptions>(configuration, TelemetryOptions.Section).EndpointFrom(configuration),
    };

    /// <summary>The sections that are looked at.</summary>
    public static IEnumerable<string> Sections => _sections.Keys;

    /// <summary>Reads every section.</summary>
    public static IReadOnlyList<Finding> Look(IConfiguration configuration)
    {
        var wrong = _sections.Values.Select(read => Problem(read, configuration)).OfType<string>().Select(problem => Finding.Wrong(Subject, problem)).ToList();
        return wrong.Count > 0 ? wrong : [Finding.Right(Subject, "Every key is known, and every value can be read.")];
    }

    private static string? Problem(Action<IConfiguration> read, IConfiguration configuration)
    {
        try
        {
            read(configuration);
            return null;
        }
        catch (Exception unusable) when (unusable is ConfigurationException or FormatException)
        {
            return unusable.Message;
        }
    }

    private static void ReadProgramme(IConfiguration configuration) =>
        Configured.Read<ProgrammeOptions>(configuration, ProgrammeOptions.Section).ReadLeads();
}
