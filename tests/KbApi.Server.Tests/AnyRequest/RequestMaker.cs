using System.Globalization;
using System.Text;
using KbApi.Server.Tests.OpenApi;

namespace KbApi.Server.Tests.AnyRequest;

/// <summary>A request as bytes, with what it was meant to ask.</summary>
internal sealed record MadeRequest(int Number, ContractOperation? Operation, string Method, string Target, byte[] Bytes);

/// <summary>Makes any request, from its number: of an operation of the contract, or of a page that the contract does not know.</summary>
internal sealed class RequestMaker(Contract contract)
{
    private static readonly string[] Pages =
        ["/", "/search?q=", "/browse", "/entries", "/entries/", "/codes/", "/articles/", "/paste", "/health", "/embed/v1/entries/", "/embed/v1/frames/", "/embed/v1/kb.js?", "/oembed?url=", "/oembed?url=http://localhost/entries/", "/llms.txt?", "/llms-full.txt?locale=", "/assets/", "/openapi/", "/swagger/", "/v1/", "/mcp", "/%2e%2e/"];

    private static readonly (string Path, string Body, string MediaType)[] Posts =
    [
        ("/paste", "message=Event+31003&answer.source%3DADSync=1", "application/x-www-form-urlencoded"),
        ("/paste/log", "--b\r\nContent-Disposition: form-data; name=\"log\"; filename=\"../a.csv\"\r\n\r\nTimeCreated,Id\r\n2026-01-01,31003\r\n--b--\r\n", "multipart/form-data; boundary=b"),
        ("/mcp", """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"kb_lookup","arguments":{"code":"31003","maxTokens":200}}}""", "application/json"),
        ("/mcp", """{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"kb://entries/sspr/31003"}}""", "application/json"),
    ];

    private static readonly string[] OtherMethods = ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "POST", "GET", "PROPFIND", "get", "X"];

    private static readonly string[] Names =
        ["Accept", "Accept-Language", "If-None-Match", "Origin", "Range", "Cookie", "Authorization", "Content-Encoding", "X-Forwarded-For", "X-HTTP-Method-Override", "If-Modified-Since", "Prefer", "Access-Control-Request-Method", "Idempotency-Key", "Mcp-Session-Id", "MCP-Protocol-Version", "Referer", "TE"];

    private static readonly string[] HeaderValues =
    [
        "*/*", "application/json", "text/html", "text/markdown;q=0.1, */*;q=0", "image/*", ";;;", "application/json;q=nonsense", "sv", "sv-SE,en;q=0.5", "*", "!", "de-DE-1996,xx;q=2", "W/\"x\"", "\"\"", "\"a", "null", "https://a.example",
        "bytes=0-1", "bytes=-", "gzip", "br, identity", "Bearer kb_x", "Basic Og==", "Thu, 99 Foo 2026", "a=b; c", "DELETE", "2025-03-26", "\u00e9\u00ff", "\t", "{\"a\":1}",
    ];

    public MadeRequest Make(int number)
    {
        var random = new Random(number);
        var values = new ValueMaker(random);
        var bodies = new BodyMaker(random, values);
        if (values.Chance(5))
        {
            return OfPage(number, random, values, bodies);
        }

        var operation = values.Pick(contract.Operations);
        var method = values.Chance(12) ? values.Pick(OtherMethods) : operation.Method.Method;
        var (target, headers) = TargetOf(operation, values);
        return Write(number, operation, method, target, headers, bodies.Of(operation), random, values);
    }

    private static MadeRequest OfPage(int number, Random random, ValueMaker values, BodyMaker bodies)
    {
        if (values.Chance(3))
        {
            var (path, body, mediaType) = values.Pick(Posts);
            return Write(number, null, values.Chance(10) ? values.Pick(OtherMethods) : "POST", path, [], bodies.Of(body, mediaType), random, values);
        }

        var page = values.Pick(Pages);
        var value = values.Chance(3) ? values.Long() : values.Mutated(values.Pick(["sspr/31003", "31003", "sspr", "v1.json", ValueMaker.Marker, "index.html", "lösenord"]));
        return Write(number, null, values.Chance(10) ? values.Pick(OtherMethods) : "GET", page + values.Written(value), [], null, random, values);
    }

    private static (string Target, List<(string, string)> Headers) TargetOf(ContractOperation operation, ValueMaker values)
    {
        var path = operation.Path;
        var query = new List<string>();
        var headers = new List<(string, string)>();
        foreach (var parameter in operation.Parameters)
        {
            var name = (string)parameter["name"]!;
            var isPath = (string)parameter["in"]! == "path";

            // Most requests have few parameters: a wrong one would hide the others.
            var value = !isPath && parameter["required"] is null && !values.Chance(3) ? null : values.Of(parameter);
            switch ((string)parameter["in"]!)
            {
                case "path":
                    path = path.Replace('{' + name + '}', values.Written(value ?? ""), StringComparison.Ordinal);
                    break;
                case "query" when value is not null:
                    query.Add($"{(values.Chance(40) ? name.ToUpperInvariant() : name)}={values.Written(value)}");
                    if (values.Chance(30))
                    {
                        query.Add(query[^1]);
                    }

                    break;
                case "header" when value is not null:
                    headers.Add((name, value));
                    break;
            }
        }

        if (values.Chance(20))
        {
            query.Add(values.Pick(["x=1", "=", "&", "?", "a[]=1", "locale", "%00=%00"]));
        }

        return (query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", headers);
    }

    private static MadeRequest Write(
        int number, ContractOperation? operation, string method, string target, List<(string Name, string Value)> headers, (byte[] Bytes, string MediaType)? body, Random random, ValueMaker values)
    {
        // A blank ends a target: the rest would be another version of HTTP.
        target = string.Concat(target.Select(c => c is > ' ' and < '\u007f' ? c.ToString() : Uri.EscapeDataString(c.ToString())));
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {Printable(value)}\r\n");
        }

        for (var i = random.Next(3); i > 0; i--)
        {
            head.Append(CultureInfo.InvariantCulture, $"{values.Pick(Names)}: {values.Pick(HeaderValues)}\r\n");
        }

        if (body is { } sent)
        {
            head.Append(sent.MediaType.Length > 0 ? $"Content-Type: {sent.MediaType}\r\n" : "").Append(CultureInfo.InvariantCulture, $"Content-Length: {sent.Bytes.Length}\r\n");
        }

        head.Append("\r\n");
        return new MadeRequest(number, operation, method, target, [.. Encoding.Latin1.GetBytes(head.ToString()), .. body?.Bytes ?? []]);
    }

    /// <summary>What may stand in one line.</summary>
    private static string Printable(string value) => string.Concat(value.Where(c => c is >= ' ' and not '\u007f' and < '\u0100'));
}
