using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>A person whose chat speaks the Spanish of Mexico.</summary>
internal static class SpanishDesk
{
    /// <summary>The coach on Monday 23 November 2026, 09:02 in Mexico City, and what it knows of Ana.</summary>
    public static async Task<CoachDesk> OpenAsync()
    {
        var desk = await CoachDesk.OpenAsync(new DateTimeOffset(2026, 11, 23, 15, 2, 0, TimeSpan.Zero));
        desk.Channel.People = _ => new PersonLookup.Found("Ana", "America/Mexico_City", "es-MX");
        return desk;
    }
}
