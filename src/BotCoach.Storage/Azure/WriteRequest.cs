using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Core;

namespace BotCoach.Storage;

/// <summary>A write as a request: alone, or as a part of a transaction.</summary>
internal static class WriteRequest
{
    // Below this a row of the coach stays, its person's words aside.
    private const int LikelyBytes = 1_500;

    private static readonly JsonWriterOptions Unchecked = new() { SkipValidation = true };

    /// <summary>The verb, address and condition of one write.</summary>
    public static (RequestMethod Method, string Address, string? IfMatch) Of(string table, RowWrite write) =>
        (Method(write), write is RowWrite.Insert ? $"/{table}" : TableUri.Row(table, write.Key), IfMatch(write));

    /// <summary>The row that a write sends; empty for a delete.</summary>
    /// <remarks>
    /// There is a body for a delete too: a request without one is sent again by .NET's HTTP client itself when its connection
    /// ends, so that nobody would know that its answer was lost.
    /// </remarks>
    public static PooledBytes Body(RowWrite write, Guid writeId)
    {
        var body = new PooledBytes(LikelyBytes);
        if (write.NewProperties() is { } properties)
        {
            using var json = new Utf8JsonWriter(body, Unchecked);
            RowJson.Write(json, write.Key, properties, writeId);
        }

        return body;
    }

    /// <summary>The body of a transaction: one change set, each write a request of its own.</summary>
    /// <remarks>Source: learn.microsoft.com, "Performing entity group transactions".</remarks>
    public static (PooledBytes Body, string ContentType) Transaction(
        string endpoint, string table, IReadOnlyList<RowWrite> writes, Guid writeId)
    {
        var (batch, changes) = ($"batch_{writeId}", $"changeset_{writeId}");
        var body = new PooledBytes(LikelyBytes * writes.Count);
        using var json = new Utf8JsonWriter(body, Unchecked);
        var start = Encoding.UTF8.GetBytes($"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        var tableAddress = Encoding.UTF8.GetBytes($"{endpoint}/{table}");
        var partition = Encoding.UTF8.GetBytes($"(PartitionKey={TableUri.Quoted(writes[0].Key.Partition)},RowKey=");
        body.Append($"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        for (var i = 0; i < writes.Count; i++)
        {
            var write = writes[i];
            body.Append(start);
            body.Append(Method(write).Method);
            body.Append(" "u8);
            body.Append(tableAddress);
            if (write is not RowWrite.Insert)
            {
                body.Append(partition);
                body.Append(TableUri.Quoted(write.Key.Row));
                body.Append(")"u8);
            }

            body.Append(" HTTP/1.1\r\nContent-ID: "u8);
            body.Append(i.ToString(CultureInfo.InvariantCulture));
            body.Append($"\r\nAccept: {TableServiceClient.Json}\r\nDataServiceVersion: 3.0;\r\n");
            if (IfMatch(write) is { } version)
            {
                body.Append("If-Match: "u8);
                body.Append(version);
                body.Append("\r\n"u8);
            }

            if (write.NewProperties() is { } properties)
            {
                body.Append(write is RowWrite.Insert ? "Prefer: return-no-content\r\n" : "");
                body.Append($"Content-Type: {TableServiceClient.PlainJson}\r\n\r\n");
                RowJson.Write(json, write.Key, properties, writeId);
                json.Flush();
                json.Reset();
            }

            body.Append("\r\n"u8);
        }

        body.Append($"--{changes}--\r\n--{batch}--\r\n");
        return (body, $"multipart/mixed; boundary={batch}");
    }

    private static RequestMethod Method(RowWrite write) => write switch
    {
        RowWrite.Insert => RequestMethod.Post,
        RowWrite.Upsert or RowWrite.Replace => RequestMethod.Put,
        RowWrite.Merge => RequestMethod.Patch,
        _ => RequestMethod.Delete,
    };

    /// <remarks>
    /// Without If-Match a PUT inserts or replaces; with <c>*</c> the row must be there. Source: learn.microsoft.com,
    /// "Insert Or Replace Entity" and "Update Entity".
    /// </remarks>
    private static string? IfMatch(RowWrite write) =>
        write is RowWrite.Insert or RowWrite.Upsert ? null : write.ExpectedVersion()?.Value ?? "*";
}
