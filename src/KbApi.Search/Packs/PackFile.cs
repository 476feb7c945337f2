namespace KbApi.Search.Packs;

/// <summary>A file of a pack.</summary>
/// <param name="Path">Its path in the pack, with forward slashes.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, as 64 lower-case hexadecimal digits.</param>
public sealed record PackFile(string Path, long Length, string Sha256)
{
    private const int LongestPath = 100;
    private const int Sha256Length = 64;

    /// <summary>
    /// Whether a path is one that a file of a pack may have: at most one folder, names of ASCII letters, digits, <c>_</c>, <c>-</c> and <c>.</c> that do
    /// not begin with a dot. So none leads out of the pack.
    /// </summary>
    public static bool IsPath(string path) =>
        path.Length is > 0 and <= LongestPath
        && path.Split('/') is { Length: <= 2 } segments
        && segments.All(s => s.Length > 0 && s[0] != '.' && s.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'));

    /// <summary>Whether a text is a hash as <see cref="Sha256"/> is.</summary>
    public static bool IsSha256(string text) => text.Length == Sha256Length && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
}
