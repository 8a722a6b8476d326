using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace BotCoach.Testing;

/// <summary>What can be done to a request: values of other kinds, parts that are missing, doubled, nested, cut and garbled.</summary>
/// <param name="random">Chooses.</param>
/// <param name="strings">Odd texts.</param>
internal sealed class FuzzMutations(Random random, IReadOnlyList<string> strings)
{
    private const int DeepestThatSlackSends = 12;

    // What people and attackers have written before, beside what FsCheck thinks of.
    private static readonly string[] _known =
    [
        "", " ", "\0", "\u202eevil", "\ud800", "\udc00x", @"\ud800", "<@U1|<!channel>>", "*_~`<https://example.net|x>`", "[x](javascript:alert(1))", "<script>alert(1)</script>",
        "=HYPERLINK(\"https://example.net\")", "'; DROP TABLE People; --", "../../etc/passwd", "%00%0d%0aSet-Cookie: a=b", "{{DATE(2026-11-25)}}", "🙂🙃👩‍👩‍👧‍👦", "İıſẞ", "a|b|c", "NaN",
        "1e309", "-0", "20261125.speak-early.2.try-ff0e4ba425cc7983|early", "2026-11-25T99:99:99Z", new string('x', 4_000), new string('é', 40_000), string.Concat(Enumerable.Repeat("a\n", 3_000)),
    ];

    /// <summary>Texts that FsCheck makes, and those that are known to hurt.</summary>
    /// <param name="seed">The same texts for the same seed.</param>
    public static IReadOnlyList<string> Strings(int seed) =>
    [
        .. ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "").Sample(60, new Rnd((ulong)seed), 400),
        .. ArbMap.Default.GeneratorFor<UnicodeString>().Select(text => text.Get ?? "").Sample(40, new Rnd((ulong)seed), 200),
        .. _known,
    ];

    /// <summary>Changes a JSON body in some places.</summary>
    public JsonNode Change(JsonNode body)
    {
        var changed = new JsonObject { ["body"] = body };
        for (var times = random.Next(4); times > 0; times--)
        {
            ChangeOnce(changed);
        }

        var result = changed["body"];
        changed["body"] = null;
        return result ?? new JsonArray();
    }

    /// <summary>Garbles what goes over the wire.</summary>
    public byte[] Garble(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }

        switch (random.Next(12))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                for (var times = random.Next(1, 8); times > 0; times--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                return bytes;
            case 2:
                var at = random.Next(bytes.Length);
                return [.. bytes[..at], .. Encoding.UTF8.GetBytes(strings[random.Next(strings.Count)]), .. bytes[at..]];
            case 3 when random.Next(20) == 0:
                return [.. Encoding.UTF8.GetBytes(new string('[', random.Next(1, 5_000))), .. bytes];
            case 4 when random.Next(20) == 0:
                return [.. bytes, .. Encoding.UTF8.GetBytes(new string('x', random.Next(1, 1_200_000)))];
            case 5:
                return [.. bytes, .. bytes];
            default:
                return bytes;
        }
    }

    private void ChangeOnce(JsonNode root)
    {
        // Down a random way, to a random depth.
        var node = root;
        for (var depth = random.Next(1, DeepestThatSlackSends); depth > 0; depth--)
        {
            var next = node switch
            {
                JsonObject { Count: > 0 } part => part.ElementAt(random.Next(part.Count)).Value,
                JsonArray { Count: > 0 } list => list[random.Next(list.Count)],
                _ => null,
            };
            if (next is not (JsonObject or JsonArray))
            {
                break;
            }

            node = next;
        }

        switch (node)
        {
            case JsonObject { Count: > 0 } part:
                var name = part.ElementAt(random.Next(part.Count)).Key;
                switch (random.Next(4))
                {
                    case 0 when !ReferenceEquals(part, root):
                        part.Remove(name);
                        break;
                    case 1 when part[name] is { } value:
                        part[strings[random.Next(strings.Count)]] = value.DeepClone();
                        break;
                    default:
                        part[name] = Value();
                        break;
                }

                break;
            case JsonArray { Count: > 0 } list:
                list[random.Next(list.Count)] = Value();
                break;
        }
    }

    private JsonNode? Value() => random.Next(10) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.NextInt64(long.MinValue, long.MaxValue)),
        3 => JsonValue.Create(random.NextDouble() * 1e300),
        4 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => (JsonNode?)JsonValue.Create(strings[random.Next(strings.Count)]))]),
        5 => new JsonObject { [strings[random.Next(strings.Count)]] = strings[random.Next(strings.Count)] },
        6 => Nested(random.Next(1, 60)),
        _ => JsonValue.Create(strings[random.Next(strings.Count)]),
    };

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonArray();
        for (; depth > 0; depth--)
        {
            node = depth % 2 == 0 ? new JsonArray(node) : new JsonObject { ["type"] = node };
        }

        return node;
    }
}
