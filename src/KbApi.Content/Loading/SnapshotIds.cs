using System.Security.Cryptography;
using System.Text;

namespace KbApi.Content.Loading;

/// <summary>Computes what identifies a snapshot from what it was made of.</summary>
internal static class SnapshotIds
{
    /// <summary>Changes when the reader understands the same files differently, so that caches let go of old answers.</summary>
    private const string ReaderVersion = "1";

    public static string Compute(ReaderConfiguration configuration, LoadOptions options, IEnumerable<LoadedFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, ReaderVersion);
        Append(hash, options.DefaultLocale.Value);
        foreach (var configured in configuration.Hashes)
        {
            Append(hash, configured);
        }

        foreach (var file in files.OrderBy(f => f.RelativePath, StringComparer.Ordinal))
        {
            Append(hash, file.RelativePath);
            Append(hash, file.ContentHash);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
