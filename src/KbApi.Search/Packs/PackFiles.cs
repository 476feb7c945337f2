using System.Buffers;
using System.Security.Cryptography;

namespace KbApi.Search.Packs;

/// <summary>Reads the files of a pack, and tells whether they are what the manifest says.</summary>
internal static class PackFiles
{
    private const int BufferLength = 256 * 1024;

    /// <summary>Checks all files of a pack, and copies them on the way.</summary>
    /// <param name="source">The pack.</param>
    /// <param name="manifest">What it should hold.</param>
    /// <param name="folder">Where to copy to; null to check only.</param>
    /// <param name="progress">Told the number of bytes read so far, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="PackException">A file is missing, or is not what the manifest says.</exception>
    /// <exception cref="IOException">A file can't be read or written.</exception>
    public static async Task ReadAllAsync(PackSource source, PackManifest manifest, string? folder, IProgress<long>? progress, CancellationToken cancellation)
    {
        var total = 0L;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = source.MaxParallelism, CancellationToken = cancellation };

        // The largest first, so that no thread is left with it at the end.
        await Parallel.ForEachAsync(manifest.Files.OrderByDescending(f => f.Length), parallel, async (file, stop) =>
        {
            await using var from = await source.OpenAsync(file.Path, stop);
            await using var to = folder is null ? null : Create(Path.Combine(folder, file.Path));
            await ReadAsync(source.NameOf(file.Path), file, from, to, read => progress?.Report(Interlocked.Add(ref total, read)), stop);
        });
    }

    /// <summary>The file's length and hash.</summary>
    public static PackFile Describe(string folder, string path)
    {
        using var stream = new FileStream(Path.Combine(folder, path), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return new PackFile(path, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    /// <summary>Reads to the end of what the manifest promises, and a byte more where there is one: never all of what is much longer.</summary>
    private static async Task ReadAsync(string name, PackFile file, Stream from, FileStream? to, Action<int> report, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var length = 0L;
            int read;
            while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
            {
                length += read;
                if (length > file.Length)
                {
                    throw new PackException("TooLong", name, file.Length);
                }

                hash.AppendData(buffer, 0, read);
                if (to is not null)
                {
                    await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
                }

                report(read);
            }

            if (length < file.Length)
            {
                throw new PackException("TooShort", name, file.Length, length);
            }

            if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
            {
                throw new PackException("WrongHash", name);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
