using System.Globalization;
using System.Text;

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
        var slug = new StringBuilder(title.Length);
        foreach (var c in title)
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c is ' ' or '\u00A0')
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }
}
