using System.Globalization;

namespace KbApi.Content.Model;

/// <summary>A language tag of BCP 47 (RFC 5646) in canonical case: <c>sv</c>, <c>sv-SE</c>, <c>zh-Hant-TW</c>.</summary>
public readonly record struct LocaleTag : IComparable<LocaleTag>
{
    private const string Undetermined = "und";

    private readonly string? _value;
    private readonly string? _language;

    private LocaleTag(string value, string language) => (_value, _language) = (value, language);

    /// <summary>The tag; <c>und</c> where none is known.</summary>
    public string Value => _value ?? Undetermined;

    /// <summary>The primary language subtag.</summary>
    public string Language => _language ?? Undetermined;

    /// <summary>The tag with its last subtag removed (RFC 4647 look-up), or null for a language alone.</summary>
    public LocaleTag? Parent
    {
        get
        {
            var cut = Value.LastIndexOf('-');
            return cut < 0 ? null : new LocaleTag(Value[..cut], Language);
        }
    }

    /// <summary>Reads a tag.</summary>
    /// <exception cref="FormatException">The text is no language tag.</exception>
    public static LocaleTag Parse(string text) =>
        TryParse(text, out var tag) ? tag : throw new FormatException($"'{text}' is no language tag; write it as in BCP 47, for example 'sv-SE'");

    /// <summary>Reads a tag of language, script, region and variants; case and underscores do not matter.</summary>
    public static bool TryParse(string? text, out LocaleTag tag)
    {
        tag = default;
        if (text is null || text.Length is < 2 or > 35)
        {
            return false;
        }

        var subtags = text.Replace('_', '-').Split('-');
        if (subtags[0].Length is not (2 or 3) || !subtags[0].All(char.IsAsciiLetter))
        {
            return false;
        }

        subtags[0] = subtags[0].ToLowerInvariant();
        for (var i = 1; i < subtags.Length; i++)
        {
            if (Canonical(subtags[i]) is not { } subtag)
            {
                return false;
            }

            subtags[i] = subtag;
        }

        tag = new LocaleTag(string.Join('-', subtags), subtags[0]);
        return true;
    }

    /// <summary>The culture of the tag, for comparing and formatting.</summary>
    public CultureInfo ToCulture()
    {
        try
        {
            return CultureInfo.GetCultureInfo(Value);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    /// <summary>Ordinal order of the tags.</summary>
    public int CompareTo(LocaleTag other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>Whether <paramref name="left"/> stands before <paramref name="right"/>.</summary>
    public static bool operator <(LocaleTag left, LocaleTag right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> stands behind <paramref name="right"/>.</summary>
    public static bool operator >(LocaleTag left, LocaleTag right) => left.CompareTo(right) > 0;

    /// <summary>Not <c>&gt;</c>.</summary>
    public static bool operator <=(LocaleTag left, LocaleTag right) => left.CompareTo(right) <= 0;

    /// <summary>Not <c>&lt;</c>.</summary>
    public static bool operator >=(LocaleTag left, LocaleTag right) => left.CompareTo(right) >= 0;

    /// <summary>Tags are equal when their canonical forms are.</summary>
    public bool Equals(LocaleTag other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string? Canonical(string subtag) => subtag.Length switch
    {
        2 when subtag.All(char.IsAsciiLetter) => subtag.ToUpperInvariant(),
        3 when subtag.All(char.IsAsciiDigit) => subtag,
        4 when subtag.All(char.IsAsciiLetter) => char.ToUpperInvariant(subtag[0]) + subtag[1..].ToLowerInvariant(),
        >= 4 and <= 8 when subtag.All(char.IsAsciiLetterOrDigit) => subtag.ToLowerInvariant(),
        _ => null,
    };
}
