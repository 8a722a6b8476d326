using System.Globalization;
using System.Text;

namespace BotCoach.Storage;

/// <summary>What a transaction was answered: an answer for each write, or one error for all.</summary>
/// <param name="Tags">The ETag of each write, in their order; null where none came (a delete has none).</param>
/// <param name="Error">Why nothing was done; null when all was.</param>
internal sealed record TransactionAnswer(IReadOnlyList<string?> Tags, TableError? Error)
{
    private const string StatusLine = "HTTP/1.1 ";
    private const string ETag = "ETag:";

    /// <summary>Reads the multipart body, of which only the status lines, the ETags and an error's JSON matter.</summary>
    public static TransactionAnswer Read(ReadOnlySpan<byte> body)
    {
        var tags = new List<string?>();
        var status = 0;
        foreach (var line in Encoding.UTF8.GetString(body).AsSpan().EnumerateLines())
        {
            if (line.StartsWith(StatusLine, StringComparison.Ordinal))
            {
                status = int.Parse(line.Slice(StatusLine.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);
                tags.Add(null);
            }
            else if (tags.Count > 0 && line.StartsWith(ETag, StringComparison.OrdinalIgnoreCase))
            {
                tags[^1] = line[ETag.Length..].Trim().ToString();
            }
            else if (status >= 400 && line.StartsWith("{", StringComparison.Ordinal))
            {
                return new TransactionAnswer([], TableError.Read(status, Encoding.UTF8.GetBytes(line.ToString())));
            }
        }

        return new TransactionAnswer(tags, status >= 400 ? new TableError(status, "", null) : null);
    }
}
