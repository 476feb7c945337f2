using System.Buffers;
using System.Collections.Immutable;

namespace KbApi.Rules.Logs.Reading;

/// <summary>Finds the tracking id in the text of an event: what stands behind a label such as <c>TrackingId:</c>.</summary>
internal sealed class TrackingIds
{
    private const int ShortestId = 2;
    private const int LongestId = 80;

    private readonly ImmutableArray<string> _labels;
    private readonly SearchValues<string> _anyLabel;

    /// <param name="names">What tracking ids are called.</param>
    public TrackingIds(IEnumerable<string> names)
    {
        _labels = [.. names.SelectMany(Spellings).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(l => l.Length)];
        _anyLabel = SearchValues.Create([.. _labels], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The first tracking id of a text, or null.</summary>
    public string? FindIn(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(_anyLabel) is var at and >= 0)
        {
            text = text[at..];
            text = text[LabelLength(text)..];
            var value = text.TrimStart(" \t:=\"'#([{");
            var length = value.IndexOfAnyExcept(IdChars);
            if (Normalize(length < 0 ? value : value[..length]) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>An id in one spelling; null for what can be none: too short, too long, or without a digit.</summary>
    public static string? Normalize(ReadOnlySpan<char> id)
    {
        id = id.Trim().Trim("{}[]()\"'");
        return id.Length is >= ShortestId and <= LongestId && !id.ContainsAnyExcept(IdChars) && id.ContainsAnyInRange('0', '9')
            ? id.ToString().ToLowerInvariant()
            : null;
    }

    private static SearchValues<char> IdChars { get; } = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

    private int LabelLength(ReadOnlySpan<char> text)
    {
        foreach (var label in _labels)
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return label.Length;
            }
        }

        return 1;
    }

    /// <summary>As it stands, and in one word.</summary>
    private static IEnumerable<string> Spellings(string name) =>
        [name, name.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), name.Replace('-', ' '), name.Replace(' ', '-'), name.Replace(' ', '_')];
}
