using System.Globalization;
using System.Text.Json;

namespace KbApi.Server.Access.Keys;

/// <summary>The file of keys: JSON, without the keys themselves. It is written beside and moved into place, and only its owner may read it.</summary>
public static class KeyFile
{
    /// <summary>The largest file that is read.</summary>
    private const int MaxBytes = 4 * 1024 * 1024;

    private const int MaxNameLength = 100;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan PatienceWithOthers = TimeSpan.FromSeconds(5);

    /// <summary>Reads the keys.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It can't be read, or is larger than 4 MiB.</exception>
    /// <exception cref="FormatException">It is no file of keys; the message says where and why.</exception>
    public static IReadOnlyList<ApiKey> Read(string path)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length > MaxBytes)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{path} is larger than {MaxBytes} bytes."));
        }

        try
        {
            var keys = JsonSerializer.Deserialize(stream, KeyJson.Default.KeyList)?.Keys ?? throw new FormatException($"{path} is empty.");
            foreach (var key in keys)
            {
                if (ProblemOf(key) is { } problem)
                {
                    throw new FormatException($"{path}: key {key.Id}: {problem}.");
                }
            }

            return keys.Select(k => k.Id).Distinct(StringComparer.Ordinal).Count() == keys.Count
                ? keys
                : throw new FormatException($"{path}: several keys have one id.");
        }
        catch (JsonException e)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{path} is no file of keys: line {e.LineNumber + 1}, {e.Path}."), e);
        }
    }

    /// <summary>Changes the keys; several processes may do so at once.</summary>
    /// <param name="path">The file; made where there is none.</param>
    /// <param name="change">From the keys that are there to those that shall be.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">It can't be read or written.</exception>
    /// <exception cref="FormatException">It is no file of keys.</exception>
    public static async Task ChangeAsync(string path, Func<IReadOnlyList<ApiKey>, IReadOnlyList<ApiKey>> change, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var held = await LockAsync(path + ".lock", time, cancellation);
        var keys = change(File.Exists(path) ? Read(path) : []);
        var beside = path + ".new";
        File.Delete(beside);
        await using (var stream = new FileStream(beside, OptionsOf(FileMode.CreateNew, FileShare.None, FileOptions.None)))
        {
            await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new KeyList { Keys = keys }, KeyJson.Default.KeyList), cancellation);
            await stream.WriteAsync("\n"u8.ToArray(), cancellation);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Whether others than the owner may read or write the file; always false where files have no such rights.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != UnixFileMode.None;

    private static string? ProblemOf(ApiKey key) =>
        KeyIdProblem(key.Id)
        ?? (key.Name.Length is 0 or > MaxNameLength || key.Name.Any(char.IsControl) ? "its name has no characters, more than 100 or control characters" : null)
        ?? (key.Scopes.Count == 0 ? "it has no scopes" : null)
        ?? (key.Scopes.FirstOrDefault(s => !Scopes.All.Contains(s)) is { } unknown ? $"'{unknown}' is no scope" : null)
        ?? (key.Hash.Length != 64 || !key.Hash.All(char.IsAsciiHexDigit) ? "its hash has not 64 hexadecimal digits" : null);

    private static string? KeyIdProblem(string id) => id.Length != 8 || !id.All(char.IsAsciiLetterOrDigit) ? "its id has not 8 letters and digits" : null;

    private static FileStreamOptions OptionsOf(FileMode mode, FileShare share, FileOptions options)
    {
        var result = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, Options = options };
        if (!OperatingSystem.IsWindows())
        {
            result.UnixCreateMode = OwnerOnly;
        }

        return result;
    }

    /// <summary>One at a time: whoever comes second waits.</summary>
    private static async Task<FileStream> LockAsync(string path, TimeProvider time, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, OptionsOf(FileMode.OpenOrCreate, FileShare.None, FileOptions.None));
            }
            catch (IOException e) when (e is not DirectoryNotFoundException && time.GetElapsedTime(start) < PatienceWithOthers)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), time, cancellation);
            }
        }
    }
}
