using System.Text;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.OpenApi;

namespace KbApi.Server.Tests.AnyRequest;

/// <summary>Bodies of requests: as the contract says, nearly so, and not at all.</summary>
internal sealed class BodyMaker(Random random, ValueMaker values)
{
    private static readonly string[] MediaTypes =
    [
        "application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/jsonl", "application/x-ndjson", "text/plain", "text/csv",
        "application/xml", "text/xml", "application/octet-stream", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data", "application/vnd.api+json", "text/html", "image/png",
        "application/json;;;", "/", "json", "application/json, text/plain", "",
    ];

    private static readonly string[] Broken =
    [
        "", " ", "null", "true", "7", "-0", "1e999", "NaN", "\"text\"", "[]", "[[]]", "{", "}", "{\"a\"", "{\"a\":}", "{\"a\":1,}", "{/*c*/}", "{'a':1}", "{\"message\":\"x\"}{\"message\":\"y\"}", "{\"message\":\"x\",\"message\":1}",
        "{\"message\":\"\\ud800\"}", "{\"message\":\"\\udc00\\ud800\"}", "{\"message\":\"\\u0000\"}", "{\"message\":\"a\0b\"}", "{\"message\":\"a\nb\"}", "\uFEFF{\"message\":\"x\"}", "{\"\\u006dessage\":\"x\"}",
        "{\"message\":1e400}", "{\"occurredAt\":\"2026-02-30T25:61:61+99:00\",\"message\":\"x\"}", "{\"$ref\":\"#\"}", "{\"__proto__\":{}}", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><Events><Event>&b;</Event></Events>", "a,b\n\"unclosed", "TimeCreated,Id,Message\r\n2026-01-01,31003,x\r\n", "\n\n\n", "--b\r\n\r\n--b--",
    ];

    /// <summary>A body and its media type; null for none.</summary>
    public (byte[] Bytes, string MediaType)? Of(ContractOperation operation)
    {
        if (operation.Body is not { } example)
        {
            return values.Chance(20) ? ("{}"u8.ToArray(), "application/json") : null;
        }

        var declared = operation.Definition["requestBody"]!["content"]!.AsObject().Select(c => c.Key).ToList();
        var mediaType = values.Chance(4) ? values.Pick(MediaTypes) : values.Pick(declared);
        return (Bytes(example.Text), mediaType);
    }

    /// <summary>A body for an operation that the contract does not know.</summary>
    public (byte[] Bytes, string MediaType) Of(string example, string mediaType) => (Bytes(example), values.Chance(4) ? values.Pick(MediaTypes) : mediaType);

    private byte[] Bytes(string example)
    {
        switch (random.Next(12))
        {
            case 0 or 1:
                return Encoding.UTF8.GetBytes(example);
            case 2:
                return Encoding.UTF8.GetBytes(values.Pick(Broken));
            case 3:
                return Encoding.Unicode.GetBytes(example);
            case 4:
                return Encoding.UTF8.GetBytes(Deep());
            case 5:
                return Encoding.UTF8.GetBytes(values.Mutated(example));
            case 6 when values.Chance(10):
                return Encoding.UTF8.GetBytes("{\"message\":\"" + new string('x', 1_100_000) + "\"}");
            case 7:
                return Encoding.UTF8.GetBytes(example + "\n" + values.Pick(Broken) + "\n" + example);
            case 8 or 9 when JsonOf(example) is { } json:
                return Encoding.UTF8.GetBytes(OtherValues(json).ToJsonString());
            default:
                var bytes = Encoding.UTF8.GetBytes(example);
                for (var i = random.Next(1, 6); i > 0 && bytes.Length > 0; i--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                return values.Chance(3) ? bytes[..random.Next(bytes.Length)] : bytes;
        }
    }

    private string Deep()
    {
        var depth = values.Pick([10, 64, 65, 1000, 30_000]);
        return values.Pick(
        [
            new string('[', depth) + new string(']', depth), "{\"message\":" + new string('[', depth), string.Concat(Enumerable.Repeat("{\"answers\":", depth)), "<a>" + string.Concat(Enumerable.Repeat("<b>", depth)),
        ]);
    }

    private static JsonObject? JsonOf(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>The object with other values for some of its members.</summary>
    private JsonObject OtherValues(JsonObject json)
    {
        foreach (var name in json.Select(m => m.Key).ToList())
        {
            json[name] = random.Next(8) switch
            {
                0 => null,
                1 => random.Next(),
                2 => values.Chance(2),
                3 => new JsonArray(1, "a", null),
                4 => new JsonObject { ["a"] = new JsonObject() },
                5 => values.Mutated(name),
                6 => values.Long(),
                _ => json[name]?.DeepClone(),
            };
        }

        return json;
    }
}
