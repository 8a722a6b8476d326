using System.Globalization;
using System.Text;

namespace BotCoach.Storage;

/// <summary>What a transaction was answered: an answer for each write, or one error for all.</summary>
/// <param name="Tags">The ETag of each write, in their order; null where none came (a delete has none).</param>
/// <param name="Error">Why nothing was done; null when all was.</param>
internal sealed record TransactionAnswer(IReadOnlyList<string?> Tags, TableError? Error)
{
    /// <summary>Reads the multipart body, of which only the status lines, the ETags and an error's JSON matter.</summary>
    /// <param name="body">The body.</param>
    /// <param name="writes">How many writes were sent.</param>
    public static TransactionAnswer Read(ReadOnlySpan<byte> body, int writes)
    {
        var tags = new List<string?>(writes);
        var status = 0;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'\n');
            var line = (end < 0 ? body : body[..end]).TrimEnd((byte)'\r');
            body = end < 0 ? [] : body[(end + 1)..];
            if (line.StartsWith("HTTP/1.1 "u8))
            {
                status = int.Parse(line.Slice("HTTP/1.1 ".Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);
                tags.Add(null);
            }
            else if (tags.Count > 0 && line.Length > 5 && Ascii.EqualsIgnoreCase(line[..5], "ETag:"u8))
            {
                tags[^1] = Encoding.UTF8.GetString(line[5..].Trim((byte)' '));
            }
            else if (status >= 400 && line is [(byte)'{', ..])
            {
                return new TransactionAnswer([], TableError.Read(status, line));
            }
        }

        return new TransactionAnswer(tags, status >= 400 ? new TableError(status, "", null) : null);
    }
}
