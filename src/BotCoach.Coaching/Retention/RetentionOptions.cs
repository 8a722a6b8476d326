using System.ComponentModel.DataAnnotations;

namespace BotCoach.Coaching;

/// <summary>How long is kept what people said and did.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Retention";

    /// <summary>
    /// In months. Three at least: figures of weeks are made, and made anew, up to eight weeks later.
    /// </summary>
    [Range(3, 120)]
    public int Months { get; set; } = 24;
}
