using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace KbApi.Content.Loading;

/// <summary>Computes what identifies a snapshot from what it was made of.</summary>
internal static class SnapshotIds
{
    /// <summary>Changes when the reader understands the same files differently, so that caches let go of old answers.</summary>
    private const string ReaderVersion = "1";

    private const int BufferLength = 16 * 1024;

    /// <param name="configuration">How the files were read.</param>
    /// <param name="options">How they were loaded.</param>
    /// <param name="files">The files, in order of their paths.</param>
    public static string Compute(ReaderConfiguration configuration, LoadOptions options, ImmutableArray<LoadedFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new ArrayBufferWriter<byte>(BufferLength);
        Append(ReaderVersion);
        Append(options.DefaultLocale.Value);
        foreach (var configured in configuration.Hashes)
        {
            Append(configured);
        }

        foreach (var file in files)
        {
            Append(file.RelativePath);
            Append(file.ContentHash);
        }

        hash.AppendData(buffer.WrittenSpan);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string text)
        {
            Encoding.UTF8.GetBytes(text, buffer);
            buffer.Write<byte>([0]);
            if (buffer.WrittenCount > BufferLength / 2)
            {
                // Few long pieces are hashed faster than many short ones.
                hash.AppendData(buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        }
    }
}
