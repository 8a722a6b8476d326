namespace BotCoach.PlatformSimulator;

/// <summary>
/// A message as it stands in a conversation. A fingerprint stands for what it shows, so that many messages take little room.
/// </summary>
/// <param name="Id">Its id: Slack's timestamp, or an activity's id.</param>
/// <param name="Key">What it is recognised by.</param>
/// <param name="Metadata">Slack's metadata as JSON; null for none.</param>
internal sealed record Message(string Id, string Key, string? Metadata = null);

/// <summary>
/// One workspace or tenant: what is counted against its limits, what stands in its conversations, and what its people were
/// shown. Whoever uses it holds <see cref="Lock"/>.
/// </summary>
internal sealed class Workspace(string platform, string id)
{
    private readonly Dictionary<string, RequestLog> _logs = [];
    private readonly Dictionary<string, int> _attempts = [];
    private readonly Dictionary<string, List<Message>> _conversations = [];
    private readonly Dictionary<(string Person, string Key), int> _receipts = [];
    private readonly SortedDictionary<string, MethodReport> _methods = new(StringComparer.Ordinal);
    private readonly List<int> _perSecond = [];
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;
    private long _messages;

    public Lock Lock { get; } = new();

    public string Platform => platform;

    public string Id => id;

    /// <summary>The counts of a method.</summary>
    public MethodReport Method(string name)
    {
        if (!_methods.TryGetValue(name, out var method))
            _methods[name] = method = new MethodReport { Method = name };
        return method;
    }

    /// <summary>Takes a request when all of its quotas allow it, and counts it against them then.</summary>
    /// <returns>How long to wait; zero when it was taken.</returns>
    public TimeSpan Admit(DateTimeOffset now, IReadOnlyList<Quota> quotas)
    {
        var wait = TimeSpan.Zero;
        foreach (var quota in quotas)
        {
            if (_logs.TryGetValue(quota.Of, out var log) && log.WaitAt(now, quota.Limits) is var needed && needed > wait)
                wait = needed;
        }

        if (wait > TimeSpan.Zero)
            return wait;
        foreach (var quota in quotas)
        {
            if (!_logs.TryGetValue(quota.Of, out var log))
                _logs[quota.Of] = log = new RequestLog();
            log.Take(now, quota.Limits);
        }

        return TimeSpan.Zero;
    }

    /// <summary>How often the same was asked before.</summary>
    public int CountAttempt(string request)
    {
        var attempts = _attempts.GetValueOrDefault(request);
        _attempts[request] = attempts + 1;
        return attempts;
    }

    /// <summary>Shows a message in a conversation, to the person of it.</summary>
    public void Show(DateTimeOffset now, string conversation, string person, Message message)
    {
        if (!_conversations.TryGetValue(conversation, out var messages))
            _conversations[conversation] = messages = [];
        messages.Add(message);
        _receipts[(person, message.Key)] = _receipts.GetValueOrDefault((person, message.Key)) + 1;

        _messages++;
        _first ??= now;
        _last = now;
        var second = (int)(now - _first.Value).TotalSeconds;
        while (_perSecond.Count <= second)
            _perSecond.Add(0);
        _perSecond[second]++;
    }

    /// <summary>A conversation's messages, oldest first.</summary>
    public IReadOnlyList<Message> Messages(string conversation) => _conversations.GetValueOrDefault(conversation) ?? [];

    /// <summary>Whether a message stands in a conversation.</summary>
    public bool Has(string conversation, string message) => Messages(conversation).Any(known => known.Id == message);

    public WorkspaceReport Report() => new()
    {
        Platform = platform,
        Workspace = id,
        Messages = _messages,
        Duplicates = _receipts.Values.Sum(times => times - 1L),
        People = _receipts.Keys.Select(receipt => receipt.Person).Distinct().LongCount(),
        First = _first,
        Last = _last,
        PerSecond = [.. _perSecond],
        Methods = [.. _methods.Values.Select(method => method with { })],
    };

    public IReadOnlyList<Receipt> Receipts() =>
        [.. _receipts.Select(receipt => new Receipt(platform, id, receipt.Key.Person, receipt.Key.Key, receipt.Value))];
}
