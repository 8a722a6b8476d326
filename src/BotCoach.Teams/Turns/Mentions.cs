using System.Text.Json;
using BotCoach.Chat;
using Microsoft.Extensions.Logging;

namespace BotCoach.Teams;

/// <summary>
/// Whom a message mentions. Teams names people by an id that is another one for each bot (<c>29:…</c>), so the Connector is
/// asked who they are; teams and channels it names by their own (<c>19:…</c>).
/// </summary>
internal sealed partial class Mentions(ConnectorClient connector, ILogger<Mentions> logger)
{
    // The form of an id that holds the Entra id.
    private const string Organisational = "8:orgid:";

    /// <summary>More than these are not asked about: nobody mentions as many by hand. Our own number.</summary>
    private const int MostPeople = 50;

    /// <summary>What an activity mentions besides the bot, by Teams' ids, each once.</summary>
    public static IReadOnlyList<Mentioned> In(JsonElement activity)
    {
        var bot = activity.Text("recipient", "id");
        return
        [
            .. from entity in activity.Items("entities")
               where entity.Text("type") == "mention"
               let id = entity.Text("mentioned", "id")
               where id is not null && id != bot
               select new Mentioned(id, entity.Text("mentioned", "aadObjectId")) into mentioned
               group mentioned by mentioned.Id into same
               select same.First(),
        ];
    }

    /// <summary>Names the people whom a turn mentions. Whoever cannot be looked up is left out, and that is logged.</summary>
    public async Task<ChatTurn> ResolveAsync(TeamsOccasion occasion, CancellationToken cancellationToken)
    {
        var turn = occasion.Turn;
        if (occasion.Mentioned.Count == 0 || occasion.Place is not { } place)
            return turn;
        var people = await Task.WhenAll(occasion.Mentioned.Take(MostPeople).Select(mentioned => PersonAsync(mentioned, place, turn.Person, cancellationToken)));
        return turn with { Mentioned = [.. people.OfType<PersonAddress>().Distinct()] };
    }

    private async Task<PersonAddress?> PersonAsync(Mentioned mentioned, TeamsConversation place, PersonAddress by, CancellationToken cancellationToken)
    {
        if ((mentioned.ObjectId ?? ObjectIdIn(mentioned.Id)) is { } known)
            return by with { Person = known };
        var reply = await connector.MemberAsync(place.ServiceUrl, place.Id, mentioned.Id, cancellationToken);
        if (reply is ConnectorReply.Ok { Body: var body })
            return RosterMember.Read(body, by.Workspace)?.Person;
        Log.NotLookedUp(logger, reply.ToCode());
        return null;
    }

    private static string? ObjectIdIn(string id) => id.StartsWith(Organisational, StringComparison.Ordinal) ? id[Organisational.Length..] : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody who was mentioned in Teams could not be looked up, and is left out: {Reason}.")]
        public static partial void NotLookedUp(ILogger logger, string reason);
    }
}

/// <summary>Somebody whom a message mentions.</summary>
/// <param name="Id">Teams' id of them.</param>
/// <param name="ObjectId">Their Entra id; null where Teams does not send it along, as it mostly does not.</param>
internal sealed record Mentioned(string Id, string? ObjectId);
