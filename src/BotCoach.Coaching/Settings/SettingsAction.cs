using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The buttons of the settings card.</summary>
internal static class SettingsAction
{
    /// <summary>What the names of all of them begin with.</summary>
    public const string Prefix = "settings.";

    /// <summary>Shows a part of the settings.</summary>
    public const string Show = "settings.show";

    /// <summary>Makes a <see cref="SettingChange"/>.</summary>
    public const string Set = "settings.set";

    /// <summary>Opens the form of a part.</summary>
    public const string Ask = "settings.ask";

    /// <summary>Pauses until a date, or until further notice when the value is empty.</summary>
    public const string Pause = "settings.pause";

    /// <summary>Ends a pause.</summary>
    public const string Resume = "settings.resume";

    /// <summary>The parts.</summary>
    public const string Overview = "";
    public const string Nudges = "nudges";
    public const string Practices = "practices";
    public const string WorkingTime = "work";
    public const string Zone = "zone";
    public const string Language = "language";
    public const string Sheets = "sheets";
    public const string Pausing = "pause";

    /// <summary>The part in which a setting is changed.</summary>
    public static string PartOf(SettingChange change) => change switch
    {
        SettingChange.Practice => Practices,
        SettingChange.WorkingDay or SettingChange.QuietHours => WorkingTime,
        SettingChange.Zone => Zone,
        SettingChange.Speech => Language,
        SettingChange.Sheets => Sheets,
        _ => Nudges,
    };

    /// <summary>A button that makes a change.</summary>
    public static CardAction Make(SettingChange change) => new(Set, change.Write());
}
