using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BotCoach.Testing;

/// <summary>
/// Reads Azurite's tables by plain REST, as somebody else's program would: nothing here knows how the coach's own client
/// works. Source: learn.microsoft.com, "Query Entities" and "Authorize with Shared Key".
/// </summary>
public static class AzuriteRows
{
    /// <summary>One row, by its address, such as <c>People(PartitionKey='p',RowKey='r')</c>, encoded.</summary>
    public static async Task<AzuriteRow> ReadAsync(Azurite azurite, string address) => AzuriteRow.Of((await GetAsync(azurite, address)).Json);

    /// <summary>Every row of a table.</summary>
    public static async Task<IReadOnlyList<AzuriteRow>> ReadAllAsync(Azurite azurite, string table)
    {
        List<AzuriteRow> rows = [];
        for (var next = ""; next is not null;)
        {
            (var json, next) = await GetAsync(azurite, $"{table}(){next}");
            rows.AddRange(json.GetProperty("value").EnumerateArray().Select(AzuriteRow.Of));
        }

        return rows;
    }

    private static async Task<(JsonElement Json, string? Next)> GetAsync(Azurite azurite, string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{azurite.Endpoint}/{address}"));
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{date}\n/{Azurite.Account}{request.RequestUri!.AbsolutePath}");
        request.Headers.Add("x-ms-date", date);
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=minimalmetadata");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"SharedKeyLite {Azurite.Account}:{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Azurite.Key), signed))}");
        using var response = await http.SendAsync(request);
        var json = JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement;
        return (json, Continuation(response, "NextPartitionKey") is { } partition ? $"?{partition}&{Continuation(response, "NextRowKey")}" : null);
    }

    private static string? Continuation(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues($"x-ms-continuation-{name}", out var values) ? $"{name}={Uri.EscapeDataString(values.First())}" : null;
}

/// <summary>A row as another client sees it.</summary>
/// <param name="Partition">Its partition key.</param>
/// <param name="Row">Its row key.</param>
/// <param name="Columns">Its values by name, without the table's own (keys, timestamp).</param>
public sealed record AzuriteRow(string Partition, string Row, IReadOnlyDictionary<string, AzuriteValue> Columns)
{
    private const string TypeSuffix = "@odata.type";

    internal static AzuriteRow Of(JsonElement row) => new(
        row.GetProperty("PartitionKey").GetString()!,
        row.GetProperty("RowKey").GetString()!,
        row.EnumerateObject()
            .Where(column => !column.Name.Contains("odata.", StringComparison.Ordinal) && column.Name is not ("PartitionKey" or "RowKey" or "Timestamp"))
            .ToDictionary(column => column.Name, column => new AzuriteValue(TypeOf(row, column), Text(column.Value)), StringComparer.Ordinal));

    private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    // What the JSON shows by itself has no type beside it.
    private static string TypeOf(JsonElement row, JsonProperty column) =>
        row.TryGetProperty(column.Name + TypeSuffix, out var type) ? type.GetString()!
        : column.Value.ValueKind switch
        {
            JsonValueKind.String => "Edm.String",
            JsonValueKind.True or JsonValueKind.False => "Edm.Boolean",
            JsonValueKind.Number => column.Value.TryGetInt32(out _) ? "Edm.Int32" : "Edm.Double",
            _ => throw new InvalidOperationException($"{column.Name} is {column.Value.ValueKind}."),
        };
}

/// <summary>A value as another client sees it.</summary>
/// <param name="Type">Its type, such as <c>Edm.Int32</c>.</param>
/// <param name="Text">What it says.</param>
public readonly record struct AzuriteValue(string Type, string Text);
