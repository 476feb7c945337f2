namespace KbApi.Content.Loading;

/// <summary>A file that a knowledge base is made of: a document, or one that configures the reader.</summary>
/// <param name="Path">What people call it: the path as given, with forward slashes.</param>
/// <param name="RelativePath">Its path below the content's root, with forward slashes; it makes the article's id.</param>
/// <param name="Stamp">Changes when the file does, for example its length and time of change.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Read">Reads its bytes; may throw <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>.</param>
public sealed record ContentFile(string Path, string RelativePath, string Stamp, long Length, Func<byte[]> Read)
{
    private readonly string? _shownPath;

    /// <summary>What readers are told that it is called; the path as given unless said otherwise.</summary>
    public string ShownPath
    {
        get => _shownPath ?? Path;
        init => _shownPath = value;
    }

    /// <summary>A file on disk.</summary>
    public static ContentFile OnDisk(string path, string relativePath) => Of(new FileInfo(path), path, relativePath);

    /// <summary>A file on disk that something is known of already.</summary>
    internal static ContentFile Of(FileInfo file, string path, string relativePath)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(relativePath);
        var length = file.Exists ? file.Length : 0;
        var stamp = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{length}:{file.LastWriteTimeUtc.Ticks}");
        return new ContentFile(path.Replace('\\', '/'), relativePath.Replace('\\', '/'), stamp, length, () => File.ReadAllBytes(path));
    }

    /// <summary>A file in memory.</summary>
    public static ContentFile InMemory(string relativePath, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        ArgumentNullException.ThrowIfNull(bytes);
        var stamp = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        return new ContentFile(relativePath, relativePath, stamp, bytes.Length, () => bytes);
    }
}
