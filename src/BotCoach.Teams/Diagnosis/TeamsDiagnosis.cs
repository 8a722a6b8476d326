using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Identity;
using BotCoach.Chat;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

/// <summary>Looks at the settings, asks Microsoft Entra for the bot's token, and whether keys and Connector can be reached.</summary>
internal sealed class TeamsDiagnosis(
    IHttpClientFactory clients, IOptions<TeamsOptions> options, IHostEnvironment environment, TimeProvider clock,
    Func<TeamsOptions, IHostEnvironment, TokenCredential?> credentialOf) : IChannelDiagnosis
{
    private const string Subject = "Teams";
    private const string Token = "Teams token";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var set = options.Value;
        if (set.IsUnauthenticated(environment))
        {
            return [Finding.Note(Subject, "Anyone is believed on /api/messages (Teams:AllowUnauthenticated): for a playground on this machine.")];
        }

        return string.IsNullOrEmpty(set.AppId)
            ? [Finding.Note(Subject, "Not set up: Teams:AppId is not set.")]
            : [await AskForTokenAsync(set, cancellationToken), .. await KeysAsync(set, cancellationToken), .. await ConnectorsAsync(set, cancellationToken)];
    }

    private async Task<Finding> AskForTokenAsync(TeamsOptions set, CancellationToken cancellationToken)
    {
        if (credentialOf(set, environment) is not { } credential)
        {
            return Finding.Wrong(Token, "Teams:ClientSecret or Teams:ManagedIdentityClientId is not set, so nothing can be sent.");
        }

        try
        {
            await credential.GetTokenAsync(new TokenRequestContext([ConnectorAccess.Scope]), cancellationToken);
            return Finding.Right(Token, "Microsoft Entra gives a token for the Bot Connector.");
        }
        catch (Exception refused) when (refused is AuthenticationFailedException or RequestFailedException)
        {
            return Finding.Wrong(Token, EntraRefusal.Explain(refused));
        }
    }

    private async Task<IReadOnlyList<Finding>> KeysAsync(TeamsOptions set, CancellationToken cancellationToken)
    {
        const string Keys = "Teams keys";
        var address = new Uri(set.OpenIdMetadataUrl);
        try
        {
            using var client = clients.CreateClient(ConnectorAuthentication.ClientName);
            using var answer = await client.GetAsync(address, cancellationToken);
            var time = ClockFinding.Of(address.Host, answer.Headers.Date, clock.GetUtcNow());
            var keys = await SigningKeySet.ReadAsync(client, address, cancellationToken);
            return [Finding.Right(Keys, $"{keys.Count} signing keys of the Bot Connector are announced by {address.Host}."), time];
        }
        catch (Exception unusable) when (unusable is HttpRequestException or JsonException or InvalidDataException
            || (unusable is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [Finding.Wrong(Keys, $"The signing keys at {address.Host} (Teams:OpenIdMetadataUrl) cannot be read, so every activity is refused. Let the service out to it: DNS, firewall, proxy.")];
        }
    }

    private async Task<IReadOnlyList<Finding>> ConnectorsAsync(TeamsOptions set, CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        // A domain such as .example.net names no host that could be asked.
        foreach (var host in (set.AllowedServiceHosts is { Count: > 0 } given ? given : TeamsOptions.DefaultServiceHosts).Where(host => !host.StartsWith('.')).Take(1))
        {
            try
            {
                using var client = clients.CreateClient(ConnectorHttp.Client);
                using var answer = await client.GetAsync(new Uri($"https://{host}/"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                findings.Add(Finding.Right("Teams connector", $"{host} answers."));
            }
            catch (Exception unreachable) when (unreachable is HttpRequestException
                || (unreachable is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                findings.Add(Finding.Wrong("Teams connector", $"{host} cannot be reached, so nothing can be sent. Let the service out to it: DNS, firewall, proxy."));
            }
        }

        return findings;
    }
}
