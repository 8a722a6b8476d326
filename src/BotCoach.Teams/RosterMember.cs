using System.Text.Json;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>Somebody in a team or chat, as the Connector lists them (learn.microsoft.com, "Get Teams specific context").</summary>
/// <param name="Person">Who.</param>
/// <param name="Email">Their e-mail address; null when it is not told.</param>
/// <param name="PrincipalName">The name with which they sign in, which often is one; null when it is not told.</param>
internal sealed record RosterMember(PersonAddress Person, string? Email, string? PrincipalName)
{
    /// <summary>
    /// Reads one; null for whom the coach cannot reach: guests and people without an account cannot install a personal app,
    /// and neither can a bot.
    /// </summary>
    public static RosterMember? Read(JsonElement member, string tenant) =>
        // The Entra id has another name in a list than in the answer about one person.
        (member.Text("aadObjectId") ?? member.Text("objectId")) is { } id && member.Text("userRole") is not ("guest" or "anonymous")
            ? new(new PersonAddress(TeamsChannel.ChannelName, tenant, id), member.Text("email"), member.Text("userPrincipalName"))
            : null;
}
