using KbApi.Content.Loading;

namespace KbApi.Rules.Configuration;

/// <summary>How folders are called where readers are told other paths than the disk has.</summary>
/// <param name="Real">What paths on disk begin with, up to a slash.</param>
/// <param name="Shown">What stands there in paths that are told, up to a slash.</param>
internal readonly record struct ShownFolder(string Real, string Shown)
{
    /// <summary>What a file's two paths begin with before they are alike.</summary>
    public static ShownFolder Of(ContentFile file)
    {
        var real = file.Path.Split('/');
        var shown = file.ShownPath.Split('/');
        var alike = 0;
        while (alike < Math.Min(real.Length, shown.Length) && real[^(alike + 1)] == shown[^(alike + 1)])
        {
            alike++;
        }

        return new ShownFolder(Beginning(real, alike), Beginning(shown, alike));
    }

    /// <summary>The same settings for documents that are called by the paths that are told.</summary>
    public EditorConfigFile Apply(EditorConfigFile file)
    {
        var folder = file.Folder.Length == 0 && !Real.StartsWith('/') ? "" : file.Folder + "/";
        return folder.StartsWith(Real, StringComparison.Ordinal)
            ? EditorConfigFile.Parse(Shown + folder[Real.Length..], file.Text)
            : EditorConfigFile.Parse(Shown, file.Text, above: Real.StartsWith(folder, StringComparison.Ordinal) ? Real[folder.Length..] : Real);
    }

    private static string Beginning(string[] segments, int alike) => string.Concat(segments.SkipLast(alike).Select(s => s + "/"));
}
