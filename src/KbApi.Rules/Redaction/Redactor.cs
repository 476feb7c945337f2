using System.Globalization;
using System.Text;

namespace KbApi.Rules.Redaction;

/// <summary>
/// Takes out of texts what must not be kept: mail addresses, IP addresses, keys and passwords, and the names of people and machines
/// where a label names them. One pass without regular expressions. An instance keeps the placeholders of one report and is for one thread.
/// </summary>
public sealed class Redactor
{
    private readonly Dictionary<(RedactionKind, string), string> _placeholders = [];
    private readonly Dictionary<RedactionKind, int> _counts = [];

    /// <summary>A text without what must not be kept.</summary>
    public RedactedText Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = SecretFinder.Find(text);
        if (found.Count == 0)
        {
            return new RedactedText(text, []);
        }

        var redactions = found.ConvertAll(f => new RedactedSpan(f.Span, f.Kind, PlaceholderOf(f.Kind, text.Substring(f.Span.Start, f.Span.Length))));
        var result = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var redaction in redactions)
        {
            result.Append(text, copied, redaction.Span.Start - copied).Append(redaction.Placeholder);
            copied = redaction.Span.End;
        }

        return new RedactedText(result.Append(text, copied, text.Length - copied).ToString(), [.. redactions]);
    }

    private string PlaceholderOf(RedactionKind kind, string value)
    {
        var key = (kind, value.ToUpperInvariant());
        if (!_placeholders.TryGetValue(key, out var placeholder))
        {
            var count = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            _placeholders[key] = placeholder = string.Create(CultureInfo.InvariantCulture, $"[{NameOf(kind)}-{count}]");
        }

        return placeholder;
    }

    private static string NameOf(RedactionKind kind) => kind switch
    {
        RedactionKind.Email => "email",
        RedactionKind.IPAddress => "ip",
        RedactionKind.Password => "password",
        RedactionKind.Secret => "secret",
        RedactionKind.Name => "name",
        _ => "machine",
    };
}
