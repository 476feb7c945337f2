namespace KbApi.Rules.Fixes;

/// <summary>Writes mended files: beside the old one, then in its place, so that nobody ever sees half a file.</summary>
public static class FixedFileWriter
{
    /// <summary>Writes a file unless it has changed since it was read.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static bool Write(FixedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = file.File.Path;
        if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(file.Before.Span))
        {
            return false;
        }

        var beside = path + ".kb-" + Path.GetRandomFileName();
        try
        {
            File.WriteAllBytes(beside, file.After.Span);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(path));
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }

        return true;
    }
}
