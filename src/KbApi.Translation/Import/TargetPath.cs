using KbApi.Content.Model;

namespace KbApi.Translation.Import;

/// <summary>Where the translation of a document stands: as the original, with the other locale in the path.</summary>
internal static class TargetPath
{
    /// <summary>
    /// <c>en-US/a.md</c> becomes <c>sv-SE/a.md</c>, <c>docs.en-US/a.md</c> <c>docs.sv-SE/a.md</c>, and <c>a.md</c> and <c>a.en-US.md</c>
    /// <c>a.sv-SE.md</c>.
    /// </summary>
    public static string Of(string path, LocaleTag source, LocaleTag target)
    {
        var segments = path.Split('/');
        for (var i = segments.Length - 1; i >= 0; i--)
        {
            var isFile = i == segments.Length - 1;
            var extension = isFile ? Path.GetExtension(segments[i]) : "";
            var name = segments[i][..^extension.Length];
            var dot = name.LastIndexOf('.');
            var tag = name[(dot + 1)..];
            if (LocaleTag.TryParse(tag, out var locale) && locale == source && (!isFile || dot > 0))
            {
                segments[i] = name[..(dot + 1)] + MetadataText.InCaseOf(tag, target) + extension;
                return string.Join('/', segments);
            }
        }

        var own = Path.GetExtension(path);
        return $"{path[..^own.Length]}.{target.Value}{own}";
    }
}
