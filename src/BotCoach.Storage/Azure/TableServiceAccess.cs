using Azure.Core;
using Azure.Identity;

namespace BotCoach.Storage;

/// <summary>The address of a table service, and what opens it: a key, a signature or an identity.</summary>
/// <param name="Endpoint">The address, without a slash at its end.</param>
/// <param name="Account">The account's name, when its key opens it.</param>
/// <param name="Key">The account's key.</param>
/// <param name="Signature">A shared access signature, without a question mark before it.</param>
/// <param name="Credential">An identity.</param>
internal sealed record TableServiceAccess(
    Uri Endpoint, string? Account = null, byte[]? Key = null, string? Signature = null, TokenCredential? Credential = null)
{
    private const string DefaultSuffix = "core.windows.net";

    // What every installation of the emulator has; not a secret.
    // Source: learn.microsoft.com, "Use the Azurite emulator", Well-known storage account and key.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string EmulatorEndpoint = "http://127.0.0.1:10002/" + EmulatorAccount;

    /// <exception cref="ArgumentException">The options do not say where the account is.</exception>
    /// <exception cref="FormatException">The connection string cannot be used; the message names the key.</exception>
    public static TableServiceAccess From(AzureTableStoreOptions options)
    {
        if (options.ConnectionString is null == options.ServiceUri is null)
        {
            throw new ArgumentException("Azure Table Storage needs either a ConnectionString or a ServiceUri.", nameof(options));
        }

        return options.ConnectionString is { } text
            ? Parse(text)
            : new TableServiceAccess(SecureEndpoint(options.ServiceUri!), Credential: options.Credential ?? new DefaultAzureCredential());
    }

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="FormatException">A key is missing or has no proper value; the message names it and holds no value.</exception>
    public static TableServiceAccess Parse(string connectionString)
    {
        var values = Values(connectionString);
        if (values.TryGetValue("UseDevelopmentStorage", out var emulator))
        {
            return bool.TryParse(emulator, out var use) && use
                ? new TableServiceAccess(new Uri(EmulatorEndpoint), EmulatorAccount, Convert.FromBase64String(EmulatorKey))
                : throw Wrong("UseDevelopmentStorage", "is not 'true'");
        }

        if (values.TryGetValue("SharedAccessSignature", out var signature))
        {
            return new TableServiceAccess(EndpointOf(values), Signature: signature.TrimStart('?'));
        }

        var key = new byte[values.GetValueOrDefault("AccountKey", "").Length];
        if (!Convert.TryFromBase64String(Required(values, "AccountKey"), key, out var length) || length == 0)
        {
            throw Wrong("AccountKey", "is not Base64");
        }

        return new TableServiceAccess(EndpointOf(values), Required(values, "AccountName"), key[..length]);
    }

    private static Dictionary<string, string> Values(string connectionString)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException("A part of the connection string is not of the form Name=Value.");
            }

            if (!values.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                throw Wrong(part[..equals], "is there twice");
            }
        }

        return values;
    }

    private static Uri EndpointOf(Dictionary<string, string> values)
    {
        if (values.TryGetValue("TableEndpoint", out var endpoint))
        {
            return Uri.TryCreate(endpoint.TrimEnd('/'), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address
                : throw Wrong("TableEndpoint", "is not an http or https address");
        }

        var protocol = values.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        if (protocol is not ("http" or "https"))
        {
            throw Wrong("DefaultEndpointsProtocol", "is neither http nor https");
        }

        var account = Required(values, "AccountName");
        if (!account.All(char.IsAsciiLetterOrDigit))
        {
            throw Wrong("AccountName", "has something else than letters and digits");
        }

        return Uri.TryCreate($"{protocol}://{account}.table.{values.GetValueOrDefault("EndpointSuffix", DefaultSuffix)}", UriKind.Absolute, out var made)
            ? made
            : throw Wrong("EndpointSuffix", "is not the end of a host's name");
    }

    private static Uri SecureEndpoint(Uri address) => address is { IsAbsoluteUri: true, Scheme: "https" }
        ? new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/'))
        : throw new ArgumentException("ServiceUri is not an https address, and a token must not travel in the open.", nameof(address));

    private static string Required(Dictionary<string, string> values, string name) =>
        values.GetValueOrDefault(name) is { Length: > 0 } value ? value : throw Wrong(name, "is missing");

    private static FormatException Wrong(string name, string what) => new($"In the connection string {name} {what}.");
}
