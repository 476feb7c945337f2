namespace KbApi.Content.Editing;

/// <summary>Writes edited files: beside the old ones, then in their place, so that nobody ever sees half a file.</summary>
public static class EditedFileWriter
{
    /// <summary>Writes a file unless it has changed since it was read.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static bool Write(EditedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return WriteAll([file]) is null;
    }

    /// <summary>
    /// Writes several files, all or none: where one has changed since it was read, none is written; where the disk refuses one, those
    /// that took their place already are put back. Files that did not exist are created; what stands there by then counts as a change.
    /// </summary>
    /// <returns>Null where all were written, else the path of a file that has changed since it was read.</returns>
    /// <exception cref="IOException">A file can't be written.</exception>
    public static string? WriteAll(IReadOnlyList<EditedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.FirstOrDefault(f => !IsAsRead(f)) is { } changed)
        {
            return changed.File.Path;
        }

        var pending = new List<(EditedFile File, string Beside)>();
        var replaced = new List<EditedFile>();
        try
        {
            foreach (var file in files)
            {
                pending.Add((file, WriteBeside(file.File.Path, file.After.Span)));
            }

            foreach (var (file, beside) in pending)
            {
                File.Move(beside, file.File.Path, overwrite: true);
                replaced.Add(file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            replaced.ForEach(PutBack);
            throw;
        }
        finally
        {
            pending.ForEach(p => File.Delete(p.Beside));
        }

        return null;
    }

    private static bool IsAsRead(EditedFile file) => File.Exists(file.File.Path)
        ? File.ReadAllBytes(file.File.Path).AsSpan().SequenceEqual(file.Before.Span) && !file.IsNew
        : file.IsNew;

    private static void PutBack(EditedFile file)
    {
        if (file.IsNew)
        {
            File.Delete(file.File.Path);
        }
        else
        {
            File.Move(WriteBeside(file.File.Path, file.Before.Span), file.File.Path, overwrite: true);
        }
    }

    private static string WriteBeside(string path, ReadOnlySpan<byte> bytes)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var beside = path + ".kb-" + Path.GetRandomFileName();
        try
        {
            File.WriteAllBytes(beside, bytes);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw;
        }

        return beside;
    }
}
