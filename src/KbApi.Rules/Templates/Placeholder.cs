using System.Collections.Frozen;

namespace KbApi.Rules.Templates;

/// <summary>What stands in a template for a value.</summary>
internal static class Placeholder
{
    public const string Address = "<addr>";
    public const string Guid = "<guid>";
    public const string Host = "<host>";
    public const string Id = "<id>";
    public const string Mail = "<mail>";
    public const string Number = "<n>";
    public const string Path = "<path>";
    public const string Secret = "<secret>";
    public const string Time = "<time>";
    public const string Url = "<url>";
    public const string User = "<user>";
    public const string Value = "<value>";

    /// <summary>A word with digits that turned out to vary.</summary>
    public const string Any = "<*>";

    private const int MostChars = 8;
    private const int MostRedactionChars = 20;

    private static readonly FrozenSet<string> All =
        FrozenSet.Create(StringComparer.Ordinal, Address, Guid, Host, Id, Mail, Number, Path, Secret, Time, Url, User, Value, Any);

    private static readonly FrozenDictionary<string, string> OfRedactions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["email"] = Mail,
        ["ip"] = Address,
        ["password"] = Secret,
        ["secret"] = Secret,
        ["name"] = User,
        ["machine"] = Host,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The length of the placeholder at a place, or 0.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || text[start] != '<')
        {
            return 0;
        }

        var end = text.Slice(start, Math.Min(MostChars, text.Length - start)).IndexOf('>');
        return end > 0 && All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Slice(start, end + 1)) ? end + 1 : 0;
    }

    /// <summary>Whether a placeholder ends at a place.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int end)
    {
        if (end < 1 || text[end - 1] != '>')
        {
            return false;
        }

        var first = Math.Max(0, end - MostChars);
        var start = text[first..end].LastIndexOf('<');
        return start >= 0 && LengthAt(text, first + start) == end - first - start;
    }

    /// <summary>The placeholder for what redaction has left at a place, as <c>[email-1]</c>, and its length there; 0 where it has not.</summary>
    public static (string Text, int Length) OfRedactionAt(ReadOnlySpan<char> text, int start)
    {
        var rest = text.Slice(start, Math.Min(MostRedactionChars, text.Length - start));
        var hyphen = rest.IndexOf('-');
        var end = rest.IndexOf(']');
        return hyphen > 1 && end > hyphen + 1 && !rest[(hyphen + 1)..end].ContainsAnyExceptInRange('0', '9')
            && OfRedactions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(rest[1..hyphen], out var placeholder)
            ? (placeholder, end + 1)
            : ("", 0);
    }
}
