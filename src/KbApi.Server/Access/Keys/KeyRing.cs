using System.Collections.Frozen;
using System.Security.Cryptography;
using KbApi.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Access.Keys;

/// <summary>The keys that open something now. The file is looked at again at most once a second, so that what is revoked there opens nothing a second later.</summary>
internal sealed partial class KeyRing
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>What a key is compared with where none has its id: not to be there takes as long as to be wrong.</summary>
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    private readonly Lock _lock = new();
    private readonly string? _path;
    private readonly TimeProvider _time;
    private readonly ILogger<KeyRing> _logger;
    private FrozenDictionary<string, Kept> _keys = FrozenDictionary<string, Kept>.Empty;
    private (DateTime Written, long Length)? _seen;
    private string? _error;
    private long _lookedAt;

    public KeyRing(IOptions<ServerOptions> options, TimeProvider time, ILogger<KeyRing> logger)
    {
        _path = options.Value.Keys.File;
        _time = time;
        _logger = logger;
        if (IsUsed)
        {
            _lookedAt = time.GetTimestamp();
            Look();
        }
    }

    /// <summary>Whether there is a file of keys at all.</summary>
    public bool IsUsed => !string.IsNullOrEmpty(_path);

    /// <summary>The key that a caller presents, or null where it opens nothing.</summary>
    public ApiKey? Find(string presented)
    {
        if (KeyText.IdOf(presented) is not { } id || !IsUsed)
        {
            return null;
        }

        LookIfDue();
        var kept = Volatile.Read(ref _keys).GetValueOrDefault(id);
        var isSame = CryptographicOperations.FixedTimeEquals(KeyText.HashOf(presented), kept?.Hash ?? NoHash);
        return isSame && kept is not null && kept.Key.IsValidAt(_time.GetUtcNow()) ? kept.Key : null;
    }

    private void LookIfDue()
    {
        var looked = Volatile.Read(ref _lookedAt);
        if (_time.GetElapsedTime(looked) >= LookAgain && Interlocked.CompareExchange(ref _lookedAt, _time.GetTimestamp(), looked) == looked)
        {
            Look();
        }
    }

    private void Look()
    {
        lock (_lock)
        {
            var file = new FileInfo(_path!);
            var now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            if (now == _seen)
            {
                return;
            }

            try
            {
                var keys = KeyFile.Read(_path!);
                Volatile.Write(ref _keys, keys.ToFrozenDictionary(k => k.Id, k => new Kept(k, Convert.FromHexString(k.Hash)), StringComparer.Ordinal));
                (_seen, _error) = (now, null);
                Log.Loaded(_logger, _path!, keys.Count);
                if (KeyFile.IsOpenToOthers(_path!))
                {
                    Log.OpenToOthers(_logger, _path!);
                }
            }
            catch (FileNotFoundException)
            {
                // Who takes the file away closes the door.
                Volatile.Write(ref _keys, FrozenDictionary<string, Kept>.Empty);
                Refuse("it does not exist; no key is valid");
            }
            catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException)
            {
                Refuse(e.Message + " The keys that were read before stay valid.");
            }
        }
    }

    /// <summary>Says so once, not each second.</summary>
    private void Refuse(string error)
    {
        if (error != _error)
        {
            Log.CannotRead(_logger, _path!, error);
        }

        (_seen, _error) = (null, error);
    }

    private sealed record Kept(ApiKey Key, byte[] Hash);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Keys are read from {Path}: {Count}")]
        public static partial void Loaded(ILogger logger, string path, int count);

        [LoggerMessage(2, LogLevel.Error, "The keys in {Path} can't be read: {Error}")]
        public static partial void CannotRead(ILogger logger, string path, string error);

        [LoggerMessage(3, LogLevel.Warning, "Others than the owner may read or write {Path}; set its mode to 0600.")]
        public static partial void OpenToOthers(ILogger logger, string path);
    }
}
