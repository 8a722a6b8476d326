using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace BotCoach.Storage;

/// <summary>What the service answered. It holds pooled memory: dispose of it when it is read.</summary>
/// <param name="message">The request with its answer; it is disposed of with this.</param>
internal sealed class TableAnswer(HttpMessage message) : IDisposable
{
    private readonly Response _response = message.Response;
    private readonly PooledBytes? _body = AnswerBodyPolicy.Of(message);

    public int Status => _response.Status;

    /// <summary>Whether the same request was sent before and may have been carried out then, its answer being lost.</summary>
    public bool MayHaveRunBefore { get; } = LostAnswerPolicy.IsAnyLost(message);

    public bool IsSuccess => _response.Status is >= 200 and < 300;

    public ReadOnlyMemory<byte> Body => _body?.Written ?? default;

    /// <summary>When the service answered, by its clock.</summary>
    public DateTimeOffset? Date => _response.Headers.Date;

    public RowVersion Version => new(
        _response.Headers.TryGetValue(HttpHeader.Names.ETag, out var tag) && tag is not null
            ? tag
            : throw new TableUnavailableException("The table service answered a write without an ETag."));

    public string? Header(string name) => _response.Headers.TryGetValue(name, out var value) ? value : null;

    public void Dispose()
    {
        _body?.Dispose();
        message.Dispose();
    }

    /// <summary>The error that the service gave.</summary>
    public TableError Error()
    {
        var error = TableError.Read(Status, Body.Span);
        return error.Code.Length > 0 ? error : error with { Code = Header("x-ms-error-code") ?? "" };
    }
}

/// <summary>An error as the service words it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The service's code, such as <c>EntityAlreadyExists</c>; empty when it gave none.</param>
/// <param name="Index">Which write of a transaction it is about; null when it does not say.</param>
internal sealed record TableError(int Status, string Code, int? Index)
{
    public static TableError Read(int status, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (code, index, name) = ("", (int?)null, "");
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName)
                {
                    name = reader.GetString();
                }
                else if (reader.TokenType is JsonTokenType.String && name is "code")
                {
                    code = reader.GetString()!;
                }
                else if (reader.TokenType is JsonTokenType.String && name is "value")
                {
                    index = LeadingNumber(reader.GetString()!);
                }
            }
        }
        catch (JsonException)
        {
            // A proxy on the way answers in its own words; the status says enough.
            return new TableError(status, code, index);
        }

        return new TableError(status, code, index);
    }

    /// <summary>What became of the writes; an exception when it is no conflict.</summary>
    /// <param name="index">The write that it is about when the error does not say.</param>
    /// <exception cref="ArgumentException">A rule is broken that only the service could check.</exception>
    /// <exception cref="TableUnavailableException">It is not a conflict.</exception>
    public WriteResult Conflict(int index) => (Status, Code) switch
    {
        (409, "EntityAlreadyExists") => new WriteResult.AlreadyExists(Index ?? index),
        (404, "ResourceNotFound" or "EntityNotFound") => new WriteResult.NotFound(Index ?? index),
        (412, _) => new WriteResult.Changed(Index ?? index),
        _ => throw Failure(),
    };

    /// <summary>The exception for an error that is no conflict.</summary>
    public Exception Failure() => Code switch
    {
        "EntityTooLarge" => RuleCheck.Broken($"A row has at most {TableRules.MaxRowBytes} bytes.", "writes"),
        "TooManyProperties" or "PropertyLimitExceeded" => RuleCheck.Broken($"A row has at most {TableRules.MaxValues} values.", "writes"),
        "TableNotFound" => new TableUnavailableException("The table is gone from the storage account (TableNotFound)."),
        _ => new TableUnavailableException(
            string.Create(CultureInfo.InvariantCulture, $"The table service refused the request ({Status} {Code}).")),
    };

    // The error of a transaction begins with the number of the write, counted from 0, and a colon.
    // Source: learn.microsoft.com, "Performing entity group transactions".
    private static int? LeadingNumber(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
