using System.Globalization;
using System.Security.Cryptography;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Host;

/// <summary>What a link says.</summary>
internal abstract record LinkReading
{
    private LinkReading()
    {
    }

    /// <summary>It is one of ours, and its time is not over.</summary>
    /// <param name="Page">What it opens.</param>
    /// <param name="Person">Whom it signs in.</param>
    /// <param name="Id">Names the link among all.</param>
    /// <param name="Expires">When its time is over.</param>
    public sealed record Valid(OneTimePage Page, PersonAddress Person, string Id, DateTimeOffset Expires) : LinkReading;

    /// <summary>It was one of ours, and its time is over.</summary>
    /// <param name="Page">What it opened.</param>
    /// <param name="Person">Whom it signed in.</param>
    public sealed record Expired(OneTimePage Page, PersonAddress Person) : LinkReading;

    /// <summary>It is none of ours, or was changed on its way.</summary>
    public sealed record Forged : LinkReading;
}

/// <summary>
/// Makes links and reads them. All that a link says is encrypted and signed by the key ring: whoever sees one learns neither
/// whom it is for nor where they work, and nobody can make one.
/// </summary>
internal sealed class OneTimeLinks(PublicAddress address, IDataProtectionProvider protection, TimeProvider clock) : IOneTimeLinks
{
    /// <summary>Where links lead, under the public address.</summary>
    public const string Path = "/links";

    /// <summary>How long a link lives: as long as it takes to go from the chat to the browser, with an interruption.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("BotCoach.OneTimeLinks");

    /// <inheritdoc/>
    public Uri? Make(OneTimePage page, PersonAddress person) =>
        address.Current is { } start ? new Uri(start, $"{Path}/{_protector.Protect(Write(page, person))}") : null;

    /// <summary>Reads the last part of a link's address.</summary>
    public LinkReading Read(string token)
    {
        string text;
        try
        {
            text = _protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return new LinkReading.Forged();
        }

        if (text.Split(' ') is not [var named, var channel, var workspace, var name, var time, var id] || !Enum.TryParse<OneTimePage>(named, out var page))
        {
            throw new InvalidDataException("A link of ours has other parts than links have.");
        }

        var person = new PersonAddress(KeyEncoding.Decode(channel), KeyEncoding.Decode(workspace), KeyEncoding.Decode(name));
        var expires = KeyEncoding.DecodeTime(time);
        return clock.GetUtcNow() < expires ? new LinkReading.Valid(page, person, id, expires) : new LinkReading.Expired(page, person);
    }

    private string Write(OneTimePage page, PersonAddress person) => string.Create(CultureInfo.InvariantCulture,
        $"{page} {KeyEncoding.Encode(person.Channel)} {KeyEncoding.Encode(person.Workspace)} {KeyEncoding.Encode(person.Person)} {KeyEncoding.EncodeTime(clock.GetUtcNow() + Lifetime)} {Guid.NewGuid():N}");
}
