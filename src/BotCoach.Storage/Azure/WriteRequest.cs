using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Core;

namespace BotCoach.Storage;

/// <summary>A write as a request: alone, or as a part of a transaction.</summary>
internal static class WriteRequest
{
    /// <summary>The verb, address and condition of one write.</summary>
    /// <remarks>
    /// Without If-Match a PUT inserts or replaces; with <c>*</c> the row must be there. Source: learn.microsoft.com,
    /// "Insert Or Replace Entity" and "Update Entity".
    /// </remarks>
    public static (RequestMethod Method, string Address, string? IfMatch) Of(string table, RowWrite write) => write switch
    {
        RowWrite.Insert => (RequestMethod.Post, $"/{table}", null),
        RowWrite.Upsert => (RequestMethod.Put, TableUri.Row(table, write.Key), null),
        RowWrite.Replace => (RequestMethod.Put, TableUri.Row(table, write.Key), Match(write)),
        RowWrite.Merge => (RequestMethod.Patch, TableUri.Row(table, write.Key), Match(write)),
        _ => (RequestMethod.Delete, TableUri.Row(table, write.Key), Match(write)),
    };

    /// <summary>The row that a write sends; empty for a delete.</summary>
    /// <remarks>
    /// It is not null for a delete: a request without a body is sent again by .NET's HTTP client itself when its connection
    /// ends, so that nobody would know that its answer was lost.
    /// </remarks>
    public static ReadOnlyMemory<byte> Body(RowWrite write, Guid writeId)
    {
        if (write.NewProperties() is not { } properties)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        RowJson.Write(json, write.Key, properties, writeId);
        json.Flush();
        return body.WrittenMemory;
    }

    /// <summary>The body of a transaction: one change set, each write a request of its own.</summary>
    /// <remarks>Source: learn.microsoft.com, "Performing entity group transactions".</remarks>
    public static (ReadOnlyMemory<byte> Body, string ContentType) Transaction(
        string endpoint, string table, IReadOnlyList<RowWrite> writes, Guid writeId)
    {
        var (batch, changes) = ($"batch_{writeId}", $"changeset_{writeId}");
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        Append(body, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        for (var i = 0; i < writes.Count; i++)
        {
            var (method, address, ifMatch) = Of(table, writes[i]);
            Append(body, $"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Append(body, $"{method} {endpoint}{address} HTTP/1.1\r\n");
            Append(body, string.Create(CultureInfo.InvariantCulture, $"Content-ID: {i}\r\nAccept: {TableServiceClient.Json}\r\nDataServiceVersion: 3.0;\r\n"));
            if (ifMatch is not null)
            {
                Append(body, $"If-Match: {ifMatch}\r\n");
            }

            if (writes[i].NewProperties() is { } properties)
            {
                Append(body, writes[i] is RowWrite.Insert ? "Prefer: return-no-content\r\n" : "");
                Append(body, $"Content-Type: {TableServiceClient.PlainJson}\r\n\r\n");
                RowJson.Write(json, writes[i].Key, properties, writeId);
                json.Flush();
                json.Reset();
            }

            Append(body, "\r\n");
        }

        Append(body, $"--{changes}--\r\n--{batch}--\r\n");
        return (body.WrittenMemory, $"multipart/mixed; boundary={batch}");
    }

    private static string Match(RowWrite write) => write.ExpectedVersion()?.Value ?? "*";

    private static void Append(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
