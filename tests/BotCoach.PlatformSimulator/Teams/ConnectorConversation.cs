using System.Diagnostics.CodeAnalysis;

namespace BotCoach.PlatformSimulator;

/// <summary>
/// The direct conversation with a person. Its id says whose it is, so that whoever fills a store beforehand can name
/// conversations that nobody created.
/// </summary>
/// <param name="Tenant">The tenant; without a bar.</param>
/// <param name="Person">The person.</param>
/// <param name="IsAnew">Whether it is the one that was created after the first was gone.</param>
public sealed record ConnectorConversation(string Tenant, string Person, bool IsAnew = false)
{
    private const string First = "a";
    private const string Anew = "b";

    /// <summary>Reads an id.</summary>
    public static bool TryRead(string id, [NotNullWhen(true)] out ConnectorConversation? conversation)
    {
        conversation = id.Split('|', 3) is [(First or Anew) and var age, { Length: > 0 } tenant, { Length: > 0 } person]
            ? new(tenant, person, age == Anew)
            : null;
        return conversation is not null;
    }

    /// <summary>The id.</summary>
    public override string ToString() => $"{(IsAnew ? Anew : First)}|{Tenant}|{Person}";
}
