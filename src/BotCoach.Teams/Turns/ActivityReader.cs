using System.Globalization;
using System.Text.Json;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>
/// Tells what an activity is about (learn.microsoft.com, "Activity object" of the Bot Connector). Edits, reactions, meetings
/// and what Teams may come to send bring no turn.
/// </summary>
internal sealed class ActivityReader(InstallMoments installs)
{
    private static readonly TeamsRequest _ignored = new TeamsRequest.Ignored();

    /// <summary>Reads an activity that is known to be from Teams.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="workspace">Its tenant.</param>
    /// <param name="serviceUrl">Where to answer.</param>
    /// <param name="fallbackId">Id of the turn when the activity has none.</param>
    /// <param name="at">When it reached us.</param>
    /// <returns>Null when the activity lacks what every one has.</returns>
    public TeamsRequest? Read(JsonElement activity, string workspace, Uri serviceUrl, string fallbackId, DateTimeOffset at)
    {
        if (activity.Text("type") is not { } type || activity.Text("conversation", "id") is not { } conversation)
            return null;
        // What the bot itself said comes back to it on some channels; what names nobody is about nobody.
        if ((activity.Text("from", "aadObjectId") ?? activity.Text("from", "id")) is not { } person
            || activity.Text("from", "id") == activity.Text("recipient", "id"))
        {
            return _ignored;
        }

        var scene = new Scene(
            activity.Text("id") ?? fallbackId,
            // The Entra id names the person to administrators, to other bots and to create a conversation with; the
            // Teams id (29:…) is another one for each bot.
            new PersonAddress(TeamsChannel.ChannelName, workspace, person),
            new TeamsConversation(serviceUrl, conversation),
            IsPersonal(activity),
            at,
            activity);
        return type switch
        {
            "message" => Message(scene),
            "invoke" => Invoke(scene),
            "installationUpdate" or "conversationUpdate" when scene.IsDirect => Installation(scene, type),
            "installationUpdate" or "conversationUpdate" => Move(scene, type),
            _ => _ignored,
        };
    }

    /// <summary>The tenant that an activity says it is from; null when it says none.</summary>
    public static string? TenantOf(JsonElement activity) =>
        activity.Text("channelData", "tenant", "id") ?? activity.Text("conversation", "tenantId");

    private static bool IsPersonal(JsonElement activity) => activity.Text("conversation", "conversationType") switch
    {
        null => !activity.Flag("conversation", "isGroup"),
        var type => type == "personal",
    };

    private static TeamsRequest Message(Scene scene)
    {
        // A button of a client that does not know Action.Execute.
        if (scene.Activity.At("value") is { ValueKind: JsonValueKind.Object } data)
            return Card(scene, data, AnswerWay.Message);
        if (scene.Activity.Text("text") is null || !(scene.IsDirect || MessageText.MentionsBot(scene.Activity)))
            return _ignored;
        var mentioned = Mentions.In(scene.Activity);
        return new TeamsRequest.Turn(new(new MessageTurn
        {
            Id = scene.Id,
            Person = scene.Person,
            Conversation = scene.Conversation,
            IsDirect = scene.IsDirect,
            At = scene.At,
            Locale = scene.Locale,
            Zone = scene.Zone,
            Text = MessageText.Read(scene.Activity),
            MentionedGroups = mentioned.Any(IsCollection)
                ? [.. mentioned.Where(IsCollection).Select(collection => scene.CollectionOf(collection.Id)).Distinct(StringComparer.Ordinal)]
                : [],
        })
        {
            Mentioned = [.. mentioned.Where(each => !IsCollection(each))],
            Place = scene.Place,
            Collection = scene.IsDirect ? null : scene.Notice(isMember: true),
        });
    }

    // A team, a channel, or everybody in a chat.
    private static bool IsCollection(Mentioned mentioned) => mentioned.Id.StartsWith("19:", StringComparison.Ordinal);

    private static TeamsRequest Move(Scene scene, string type) =>
        IsAdded(scene, type) is { } isAdded ? new TeamsRequest.Moved(scene.Notice(isAdded)) : _ignored;

    private static TeamsRequest Invoke(Scene scene) => scene.Activity.Text("name") switch
    {
        "adaptiveCard/action" when scene.Activity.At("value", "action", "data") is { } data => Card(scene, data, AnswerWay.Card),
        "task/fetch" or "task/submit" when scene.Activity.At("value", "data") is { } data => Card(scene, data, AnswerWay.Dialog),
        _ => _ignored,
    };

    private static TeamsRequest Card(Scene scene, JsonElement data, AnswerWay way)
    {
        var message = scene.Activity.Text("replyToId") is { } id ? new MessageAddress(scene.Conversation, id) : (MessageAddress?)null;
        var form = CardData.ReadForm(data);
        ChatTurn? turn = form is not null
            ? new FormTurn
            {
                Id = scene.Id,
                Person = scene.Person,
                Conversation = scene.Conversation,
                IsDirect = scene.IsDirect,
                At = scene.At,
                Locale = scene.Locale,
                Zone = scene.Zone,
                Form = form.Name,
                State = form.State,
                Values = form.Fields.ToDictionary(field => field.Name, field => field.Value ?? "", StringComparer.Ordinal),
            }
            : CardData.ReadAction(data) is { } action ? new ButtonTurn
            {
                Id = scene.Id,
                Person = scene.Person,
                Conversation = scene.Conversation,
                IsDirect = scene.IsDirect,
                At = scene.At,
                Locale = scene.Locale,
                Zone = scene.Zone,
                Action = action,
                Message = message,
                Input = CardData.ReadInput(data),
            }
            : null;
        return turn is null ? _ignored : new TeamsRequest.Turn(new(turn) { Way = way, CardMessage = message, Form = form });
    }

    private TeamsRequest Installation(Scene scene, string type)
    {
        if (IsAdded(scene, type) is not { } added)
            return _ignored;

        var when = DateTimeOffset.TryParse(
            scene.Activity.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var said) ? said : scene.At;
        var id = installs.IdOf(scene.Person, added, when);
        return new TeamsRequest.Turn(new(added
            ? new InstalledTurn { Id = id, Person = scene.Person, Conversation = scene.Conversation, At = scene.At, Locale = scene.Locale, Zone = scene.Zone }
            : new UninstalledTurn { Id = id, Person = scene.Person, Conversation = scene.Conversation, At = scene.At, Locale = scene.Locale, Zone = scene.Zone }));
    }

    /// <summary>Whether the bot was installed or removed; null when it was neither, as with an upgrade of the app ("add-upgrade").</summary>
    private static bool? IsAdded(Scene scene, string type)
    {
        var bot = scene.Activity.Text("recipient", "id");
        return (type, scene.Activity.Text("action")) switch
        {
            ("installationUpdate", "add") => true,
            ("installationUpdate", "remove") => false,
            ("conversationUpdate", _) when Has("membersAdded") => true,
            ("conversationUpdate", _) when Has("membersRemoved") => false,
            _ => null,
        };

        bool Has(string members) => bot is not null && scene.Activity.Items(members).Any(member => member.Text("id") == bot);
    }

    /// <summary>What every turn of an activity shares.</summary>
    private sealed record Scene(
        string Id, PersonAddress Person, TeamsConversation Place, bool IsDirect, DateTimeOffset At, JsonElement Activity)
    {
        private readonly JsonElement _client = Activity.Items("entities").FirstOrDefault(entity => entity.Text("type") == "clientInfo");

        public ConversationAddress Conversation => Place.ToAddress(Person.Workspace);

        // RFC 5646, 4.4.1: 35 characters hold every tag that is likely to be met.
        public string? Locale => (_client.Text("locale") ?? Activity.Text("locale")) is { Length: <= 35 } locale ? locale : null;

        public string? Zone =>
            (_client.Text("timezone") ?? Activity.Text("localTimezone")) is { } zone
            && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId ? zone : null;

        /// <summary>That the bot is in the team or group chat that this took place in, or not any more.</summary>
        public CollectionNotice Notice(bool isMember) => new(Person.Home, CollectionOf(Place.Id), isMember);

        /// <summary>A team's channels have the people of the team, and a reply in one has an id of its own.</summary>
        public string CollectionOf(string id) =>
            (Place with { Id = Activity.Text("channelData", "team", "id") ?? id }).ToAddress(Person.Workspace).Conversation;
    }
}
