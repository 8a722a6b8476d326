namespace BotCoach.Chat;

/// <summary>The channels that are set up.</summary>
/// <param name="channels">Each with a name of its own.</param>
public sealed class ChatChannels(IEnumerable<IChatChannel> channels)
{
    private readonly Dictionary<string, IChatChannel> _byName =
        channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    /// <summary>The channel of that name; null when it is not set up.</summary>
    public IChatChannel? Find(string name) => _byName.GetValueOrDefault(name);
}
