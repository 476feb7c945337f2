using KbApi.Content.Editing;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Translation.Units;

namespace KbApi.Translation.Import;

/// <summary>Writes values of the front matter.</summary>
internal static class MetadataText
{
    private static readonly string[] LocaleFields = ["lang", "language", "locale", "ms.contentlocale", "ms.locale"];

    /// <summary>The change that gives a field a value, in quotes where it has some or needs some.</summary>
    public static TextChange Change(TranslationUnit place, UnitText text)
    {
        var value = string.Concat(text.Pieces.Select(p => p is { Protects: ProtectedKind.Escape, Raw: "''" or ['\\', _] } ? p.Raw[1..] : p.Raw));
        var written = place.Quote == '\0' ? place.Span : TextSpan.FromBounds(place.Span.Start - 1, place.Span.End + 1);
        return place.Quote switch
        {
            '\'' => new TextChange(written, "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'"),
            '\0' when IsPlain(value) => new TextChange(written, value),
            _ => new TextChange(written, "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\""),
        };
    }

    /// <summary>The changes that make the front matter's own locale another, in the case that it is written in.</summary>
    public static IEnumerable<TextChange> LocaleChanges(Article original, LocaleTag source, LocaleTag target)
    {
        foreach (var field in FrontMatterReader.Read(original.Text, original.FrontMatter.Span))
        {
            var value = original.Text[field.Value];
            if (LocaleFields.Contains(field.Key, StringComparer.OrdinalIgnoreCase) && LocaleTag.TryParse(value, out var stated) && stated == source)
            {
                yield return new TextChange(field.Value, InCaseOf(value, target));
            }
        }
    }

    internal static string InCaseOf(string written, LocaleTag locale) => written.Any(char.IsAsciiLetterUpper) || !written.Contains('-', StringComparison.Ordinal) ? locale.Value : locale.Value.ToLowerInvariant();

    private static bool IsPlain(string value) =>
        value.Length > 0 && !"&*!|>'\"%@`[{#,-?:".Contains(value[0], StringComparison.Ordinal) && !value.Contains(": ", StringComparison.Ordinal)
        && !value.Contains(" #", StringComparison.Ordinal) && value[^1] != ':' && value.Trim().Length == value.Length;
}
