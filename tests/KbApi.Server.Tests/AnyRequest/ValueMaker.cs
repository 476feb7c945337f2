using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace KbApi.Server.Tests.AnyRequest;

/// <summary>Values of parameters: such as the contract allows, such as it does not, and ways to write them into an address that nobody means.</summary>
internal sealed class ValueMaker(Random random)
{
    /// <summary>A tag that no page may contain as one.</summary>
    public const string Marker = "<kbxss>";

    private static readonly string[] Nasty =
    [
        "", " ", "\0", "\u0001\u001F", "\r\nX-Injected: 1", "-1", "0", "99999999999999999999", "1e9", "1.5", "true", "null", "undefined", "{}", "[]", "'", "\"", "`", "\\", ";", "%", "%%", "&", "#",
        "..", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "....//....//etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://169.254.169.254/latest/meta-data/", "//evil.example/x",
        "javascript:alert(1)", "data:text/html,x", Marker, "\"><kbxss>", "'-kbxss-'", "{{7*7}}", "${jndi:ldap://x}", "' OR 1=1 --", "*", "?", "~", "a~2", "a^9", "\"a b\"~1", "[a TO z]", "AND OR NOT", "(((((", "*:*",
        "\uD83D\uDCA5", "\u202E\u0041", "\uFEFF", "\u0130\u0131", "ﬁ", "ß", "İ", "é", "日本語", "اختبار", "sv_SE", "sv-SE-x-very-long-private", "en-US,sv;q=0", "i-klingon", "zz-ZZ", "x", "1900-01-01", "2026-13-45T99:99:99Z",
        "KBAPI-4041", "31003", "0x80230619", "-2145188327", "hr=80230619", "SSPR_0029", "sspr/31003", "sspr%2F31003", "api-problems/unknown-code",
    ];

    private static readonly string[] RawPieces =
        ["%", "%2", "%zz", "%00", "%2e%2e%2f", "%252e%252e%252f", "%c0%af", "%c0%80", "%ed%a0%80", "%f8%88%80%80%80", "%ff", "%u0041", "+", "%2B", "%0d%0a", "%09", "%7f", "%5c", "/", "//", "/./", "/../", ";a=b", ":", "@", "[", "]", "|", "^", "{", "}"];

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    /// <summary>A value for a parameter, or null to leave it out.</summary>
    public string? Of(JsonNode parameter)
    {
        var schema = parameter["schema"];
        return random.Next(10) switch
        {
            < 3 => parameter["example"] is { } example ? Text(example) : Valid(schema),
            < 5 => Valid(schema),
            5 => null,
            6 => Chance(3) ? Long() + Pick(Nasty) : Long(),
            7 => Mutated(parameter["example"] is { } example ? Text(example) : Pick(Nasty)),
            _ => Pick(Nasty),
        };
    }

    /// <summary>Writes a value into an address: mostly as it should be, sometimes as no client would.</summary>
    public string Written(string value) => random.Next(12) switch
    {
        0 => Pick(RawPieces) + Uri.EscapeDataString(value),
        1 => Uri.EscapeDataString(value) + Pick(RawPieces),
        2 => Uri.EscapeDataString(Uri.EscapeDataString(value)),
        3 => string.Concat(Encoding.UTF8.GetBytes(value).Select(b => "%" + b.ToString(Chance(2) ? "x2" : "X2", CultureInfo.InvariantCulture))),
        4 => string.Concat(Encoding.Unicode.GetBytes(value).Select(b => "%" + b.ToString("X2", CultureInfo.InvariantCulture))),
        _ => Uri.EscapeDataString(value),
    };

    /// <summary>A text with one small change.</summary>
    public string Mutated(string text)
    {
        if (text.Length == 0)
        {
            return Pick(Nasty);
        }

        var at = random.Next(text.Length);
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, Pick(Nasty)),
            2 => text[..at] + (char)random.Next(1, 0x2FF) + text[(at + 1)..],
            _ => text[..at] + text + text[at..],
        };
    }

    public string Long() => string.Concat(Enumerable.Repeat(Pick(["a", "1", "é", "%", " ", "[", "日"]), Pick([50, 150, 400, 1300, 3900])));

    private string Valid(JsonNode? schema)
    {
        if (schema?["enum"] is JsonArray words)
        {
            return Text(words[random.Next(words.Count)]!);
        }

        if (schema?["type"]?.ToString().Contains("integer", StringComparison.Ordinal) == true)
        {
            var least = (int?)schema["minimum"] ?? 0;
            return random.Next(least, ((int?)schema["maximum"] ?? least + 1000) + 1).ToString(CultureInfo.InvariantCulture);
        }

        return schema?["type"]?.ToString().Contains("boolean", StringComparison.Ordinal) == true
            ? Pick(["true", "false"])
            : Pick(["sv", "en-US", "31003", "sspr", "password", "lösenord reset", "ADSync", "event", "error", "reset portal"]);
    }

    private static string Text(JsonNode node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString();
}
