using System.Text.RegularExpressions;

namespace BotCoach.Teams;

/// <summary>Puts Microsoft Entra's refusals in words that an operator can act upon.</summary>
internal static partial class EntraRefusal
{
    /// <summary>The codes are those of learn.microsoft.com, "Microsoft Entra authentication and authorization error codes".</summary>
    public static string Explain(Exception refused) => Code().Match(refused.Message).Value switch
    {
        "AADSTS7000215" => "Microsoft Entra does not take Teams:ClientSecret (AADSTS7000215). Copy the secret's value, not its id, from Certificates & secrets.",
        "AADSTS7000222" => "Teams:ClientSecret has run out (AADSTS7000222). Make a new one under Certificates & secrets.",
        "AADSTS700016" => "Microsoft Entra knows no application Teams:AppId in the tenant Teams:TenantId (AADSTS700016). Compare both with the app registration.",
        "AADSTS90002" => "Microsoft Entra knows no tenant Teams:TenantId (AADSTS90002). Compare it with the app registration.",
        { Length: > 0 } code => $"Microsoft Entra refuses a token ({code}). The code is explained at login.microsoftonline.com/error.",
        _ => "Microsoft Entra gave no token. Can this machine reach login.microsoftonline.com, and has it the identity that is named?",
    };

    [GeneratedRegex(@"AADSTS\d+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();
}
