using System.Globalization;
using System.Text;

namespace KbApi.Cli.Drift;

/// <summary>A file of a commit.</summary>
/// <param name="Path">Its path below the folder that was listed, with forward slashes.</param>
/// <param name="Hash">The hash of its content.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record GitFile(string Path, string Hash, long Length)
{
    /// <summary>Reads a record of <c>git ls-tree -l -z</c>: mode, type, hash and size, a tab, the path. Links and submodules are left out.</summary>
    public static GitFile? Parse(string record)
    {
        var tab = record.IndexOf('\t', StringComparison.Ordinal);
        return tab > 0 && record[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var mode, "blob", var hash, var size] && mode.StartsWith("100", StringComparison.Ordinal)
            ? new GitFile(record[(tab + 1)..], hash, long.Parse(size, CultureInfo.InvariantCulture))
            : null;
    }
}

/// <summary>Reads what <c>git cat-file --batch</c> prints.</summary>
internal static class GitBatch
{
    /// <exception cref="IOException">An object is missing.</exception>
    public static IReadOnlyList<byte[]> Split(byte[] output, IReadOnlyCollection<GitFile> files)
    {
        var objects = new List<byte[]>(files.Count);
        var at = 0;
        foreach (var file in files)
        {
            var end = Array.IndexOf(output, (byte)'\n', at);
            var header = end < 0 ? "" : Encoding.ASCII.GetString(output, at, end - at);
            if (header.Split(' ') is not [_, "blob", var size])
            {
                throw new IOException($"git cat-file: {file.Path}: {header}");
            }

            var length = int.Parse(size, CultureInfo.InvariantCulture);
            objects.Add(output[(end + 1)..(end + 1 + length)]);
            at = end + length + 2;
        }

        return objects;
    }
}
