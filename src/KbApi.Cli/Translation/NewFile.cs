using KbApi.Rules.Fixes;

namespace KbApi.Cli.Translation;

/// <summary>Writes documents that are not there yet.</summary>
internal static class NewFile
{
    /// <summary>Writes the file unless there is one by now.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static bool Write(FixedFile file)
    {
        var path = file.File.Path;
        if (File.Exists(path))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var beside = path + ".kb-" + Path.GetRandomFileName();
        try
        {
            File.WriteAllBytes(beside, file.After.Span);
            File.Move(beside, path, overwrite: false);
        }
        finally
        {
            File.Delete(beside);
        }

        return true;
    }
}
