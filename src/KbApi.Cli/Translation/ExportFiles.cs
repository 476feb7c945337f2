using KbApi.Translation.Export;
using KbApi.Translation.Formats;

namespace KbApi.Cli.Translation;

/// <summary>The files that an export becomes: one, or, in a folder, one an article.</summary>
internal static class ExportFiles
{
    public static IEnumerable<(string Path, TranslationExport Part)> For(TranslationExport export, TranslationFormat format, string output)
    {
        var isFolder = Directory.Exists(output) || Path.EndsInDirectorySeparator(output) || Path.GetExtension(output).Length == 0;
        return isFolder
            ? export.Articles.Select(a => (Path.Combine(output, $"{a.Id}.{export.Target.Value}{TranslationFiles.ExtensionOf(format)}"), export with { Articles = [a] }))
            : [(output, export)];
    }

    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Write(string path, TranslationExport export, TranslationFormat format)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        TranslationFiles.Write(export, format, stream);
    }
}
