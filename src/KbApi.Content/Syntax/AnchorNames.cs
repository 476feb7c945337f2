using System.Globalization;

namespace KbApi.Content.Syntax;

/// <summary>Gives every heading an anchor that is unique in the document, as site generators do.</summary>
internal sealed class AnchorNames
{
    private const string Unnamed = "section";

    private readonly Dictionary<string, int> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The explicit anchor, else the slug of the title; with a number behind it where it is taken.</summary>
    public string Take(string? explicitAnchor, string title)
    {
        var name = explicitAnchor is { Length: > 0 } ? explicitAnchor : GitHubSlug(title);
        name = name.Length > 0 ? name : Unnamed;
        if (_taken.TryAdd(name, 0))
        {
            return name;
        }

        string numbered;
        do
        {
            numbered = name + "-" + (++_taken[name]).ToString(CultureInfo.InvariantCulture);
        }
        while (!_taken.TryAdd(numbered, 0));
        return numbered;
    }

    /// <summary>Lower case, hyphens for blanks, no punctuation; letters of any script stay.</summary>
    public static string GitHubSlug(string title)
    {
        var length = 0;
        foreach (var c in title)
        {
            length += InSlug(c) is null ? 0 : 1;
        }

        return string.Create(length, title, static (slug, title) =>
        {
            var at = 0;
            foreach (var c in title)
            {
                if (InSlug(c) is { } written)
                {
                    slug[at++] = written;
                }
            }
        });
    }

    private static char? InSlug(char c) =>
        char.IsLetterOrDigit(c) || c is '-' or '_' ? char.ToLowerInvariant(c)
        : c is ' ' or '\u00A0' ? '-'
        : null;
}
