namespace BotCoach.Teams;

/// <summary>What the check of an inbound activity came to.</summary>
internal abstract record TokenVerdict
{
    private TokenVerdict()
    {
    }

    /// <summary>The Bot Connector sent this activity to this bot.</summary>
    public sealed record Accepted(ConnectorClaims Claims) : TokenVerdict;

    /// <summary>Nothing was proven and nothing had to be: a playground in Development.</summary>
    /// <param name="ServiceUrl">Where to answer; one that the bot may send to.</param>
    public sealed record Unauthenticated(Uri ServiceUrl) : TokenVerdict;

    /// <summary>Answer 401 and do nothing else. The reason is for the log, not for the sender.</summary>
    public sealed record Refused(RefusalReason Reason) : TokenVerdict;
}

/// <summary>What an accepted token proves of the activity it came with.</summary>
/// <param name="AppId">The bot it is meant for.</param>
/// <param name="ChannelId">The channel that the signing key is endorsed for, such as <c>msteams</c>.</param>
/// <param name="ServiceUrl">Where to answer; one that the bot may send to.</param>
internal sealed record ConnectorClaims(string AppId, string ChannelId, Uri ServiceUrl);

/// <summary>Why an activity was refused.</summary>
internal enum RefusalReason
{
    /// <summary>No app id is configured, so that no token can be meant for this bot.</summary>
    NotConfigured,
    MissingHeader,
    OtherScheme,
    TooLong,

    /// <summary>Not a signed token: not three parts of base64url around JSON, or without what every such token has.</summary>
    Malformed,

    /// <summary>Any <c>alg</c> but RS256, or a <c>crit</c> extension.</summary>
    UnsupportedAlgorithm,
    WrongIssuer,
    WrongAudience,
    NotYetValid,
    Expired,

    /// <summary>The claim and the activity name different addresses, or one of them names none.</summary>
    WrongServiceUrl,

    /// <summary>The address is none that the bot may send to.</summary>
    ServiceUrlNotAllowed,

    /// <summary>There are no signing keys, or they are too old: their source has not answered.</summary>
    KeysUnavailable,
    UnknownKey,
    NotEndorsed,
    BadSignature,
}
