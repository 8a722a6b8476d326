using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace BotCoach.Teams;

/// <summary>Base64url as RFC 7515 wants it: no padding, no white space, one spelling for each value.</summary>
internal static class StrictBase64Url
{
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        var buffer = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, buffer, out _, out var written) != OperationStatus.Done)
        {
            return false;
        }

        // The decoder forgives padding, white space and stray last bits; its encoder writes none of them.
        var decoded = buffer.AsSpan(0, written);
        if (!text.SequenceEqual(Base64Url.EncodeToString(decoded)))
        {
            return false;
        }

        value = decoded.ToArray();
        return true;
    }
}
