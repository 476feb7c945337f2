using KbApi.Content.Model;

namespace KbApi.Content.Editing.Locales;

/// <summary>Where the same document stands in another locale.</summary>
public static class LocalePath
{
    /// <summary>
    /// The path with one locale in the place of another: as a folder, at the end of a folder's name or before the extension. A path that names
    /// none gets the locale before its extension.
    /// </summary>
    /// <param name="path">The path of a document, with forward slashes.</param>
    /// <param name="from">The locale that the path may name.</param>
    /// <param name="to">The locale that it shall name.</param>
    public static string Of(string path, LocaleTag from, LocaleTag to)
    {
        ArgumentNullException.ThrowIfNull(path);
        var segments = path.Split('/');
        var extension = Path.GetExtension(segments[^1]);
        segments[^1] = segments[^1][..^extension.Length];
        for (var i = segments.Length - 1; i >= 0; i--)
        {
            if (string.Equals(segments[i], from.Value, StringComparison.OrdinalIgnoreCase))
            {
                segments[i] = to.Value;
                return string.Join('/', segments) + extension;
            }

            if (segments[i].EndsWith("." + from.Value, StringComparison.OrdinalIgnoreCase))
            {
                segments[i] = segments[i][..^from.Value.Length] + to.Value;
                return string.Join('/', segments) + extension;
            }
        }

        return string.Join('/', segments) + "." + to.Value + extension;
    }
}
