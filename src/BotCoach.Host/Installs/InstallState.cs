using System.Security.Cryptography;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Host;

/// <summary>What an answer of Slack's to an installation is worth.</summary>
internal abstract record InstallStateReading
{
    private InstallStateReading()
    {
    }

    /// <summary>It belongs to an installation that this browser has begun.</summary>
    /// <param name="Id">Names the installation among all.</param>
    /// <param name="Expires">When its time is over.</param>
    public sealed record Valid(string Id, DateTimeOffset Expires) : InstallStateReading;

    /// <summary>It did, and its time is over.</summary>
    public sealed record Expired : InstallStateReading;

    /// <summary>It does not, or was changed on its way.</summary>
    public sealed record Foreign : InstallStateReading;
}

/// <summary>
/// Ties an installation to the browser that began it: one half travels through Slack, the other stays in a cookie, and neither
/// can be made or changed without the key ring. So nobody can have somebody else finish an installation of theirs.
/// </summary>
internal sealed class InstallState(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>As long as a code of Slack's is good (docs.slack.dev, "Installing with OAuth").</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _traveller = protection.CreateProtector("BotCoach.InstallState", "traveller");
    private readonly IDataProtector _keeper = protection.CreateProtector("BotCoach.InstallState", "keeper");

    /// <summary>Begins an installation.</summary>
    /// <returns>What goes through Slack, and what the browser keeps.</returns>
    public (string State, string Cookie) Begin()
    {
        var said = $"{RandomNumberGenerator.GetHexString(32, lowercase: true)} {KeyEncoding.EncodeTime(clock.GetUtcNow() + Lifetime)}";
        return (_traveller.Protect(said), _keeper.Protect(said));
    }

    /// <summary>Reads what came back.</summary>
    public InstallStateReading Read(string? state, string? cookie)
    {
        try
        {
            return state is not null && cookie is not null && _traveller.Unprotect(state) is var said && said == _keeper.Unprotect(cookie)
                && said.Split(' ') is [var id, var time]
                ? KeyEncoding.DecodeTime(time) is var expires && clock.GetUtcNow() < expires
                    ? new InstallStateReading.Valid(id, expires)
                    : new InstallStateReading.Expired()
                : new InstallStateReading.Foreign();
        }
        catch (CryptographicException)
        {
            return new InstallStateReading.Foreign();
        }
    }
}
