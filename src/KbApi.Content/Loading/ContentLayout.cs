using KbApi.Content.Model;

namespace KbApi.Content.Loading;

/// <summary>What a document's path tells: its locale and the id that it shares with its translations.</summary>
/// <param name="ArticleId">The path without extension and locale, lower case, with forward slashes.</param>
/// <param name="Locale">The locale that the path names, or null.</param>
public readonly record struct ContentLayout(string ArticleId, LocaleTag? Locale)
{
    private const string SchemesFile = "schemes.yaml";
    private const string Extension = ".yaml";
    private const string LexiconFolder = "lexicons";

    /// <summary>
    /// Reads a path. A locale may be a folder (<c>sv-SE/article.md</c>), the end of a folder's name (<c>docs.sv-SE/article.md</c>), or
    /// stand before the extension (<c>article.sv-SE.md</c>).
    /// </summary>
    /// <param name="file">The document; the path as given is searched for a locale that stands above the root.</param>
    public static ContentLayout Of(ContentFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        LocaleTag? locale = null;
        var kept = new List<string>();
        var segments = file.RelativePath.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var isFile = i == segments.Length - 1;
            var segment = isFile ? Path.GetFileNameWithoutExtension(segments[i]) : segments[i];
            if (LocaleOf(segment, mayBeWhole: !isFile, isFirst: i == 0) is { } found)
            {
                locale = found.Locale;
                segment = found.Remainder;
            }

            if (segment.Length > 0)
            {
                kept.Add(segment.ToLowerInvariant().Replace(' ', '-'));
            }
        }

        return new ContentLayout(string.Join('/', kept), locale ?? LocaleAbove(file.Path));
    }

    /// <summary>Whether a file configures the reader: <c>schemes.yaml</c>, or a lexicon in a folder <c>lexicons</c>.</summary>
    public static bool IsConfiguration(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(Extension, StringComparison.Ordinal) && (IsSchemes(path) || IsLexicon(path));
    }

    internal static bool IsSchemes(string path) => Path.GetFileName(path) == SchemesFile;

    internal static bool IsLexicon(string path) =>
        Path.GetExtension(path) == Extension && Path.GetFileName(Path.GetDirectoryName(path)) == LexiconFolder;

    private static LocaleTag? LocaleAbove(string path)
    {
        var folders = path.Split('/').SkipLast(1).Reverse();
        return folders.Select(folder => LocaleOf(folder, mayBeWhole: true, isFirst: false)?.Locale).FirstOrDefault(l => l is not null);
    }

    private static (LocaleTag Locale, string Remainder)? LocaleOf(string segment, bool mayBeWhole, bool isFirst)
    {
        if (mayBeWhole && LocaleTag.TryParse(segment, out var whole) && (HasRegion(whole) || (isFirst && DocumentLocales.Contains(whole))))
        {
            return (whole, "");
        }

        var dot = segment.LastIndexOf('.');
        return dot > 0 && LocaleTag.TryParse(segment[(dot + 1)..], out var suffix)
            && DocumentLocales.Contains(suffix)
            ? (suffix, segment[..dot])
            : null;
    }

    private static bool HasRegion(LocaleTag tag) => tag.Parent is not null && DocumentLocales.Contains(tag);
}
