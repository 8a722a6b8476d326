using System.Security.Cryptography;
using System.Text;

namespace BotCoach.PlatformSimulator;

/// <summary>A short text that stands for a long one.</summary>
internal static class Fingerprint
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
