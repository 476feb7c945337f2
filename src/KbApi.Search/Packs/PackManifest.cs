using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KbApi.Search.Packs;

/// <summary>What a pack holds. The same content makes the same manifest, byte for byte.</summary>
/// <param name="Format">The version of the format of packs.</param>
/// <param name="Snapshot">The id of the snapshot that a server serves from it, unless settings of severities change it.</param>
/// <param name="ContentHash">SHA-256 over the paths and the bytes of all files of the content alone, without the articles of the program that built it; 64
/// lower-case hexadecimal digits. The first 16 are the id of its snapshot.</param>
/// <param name="DefaultLocale">The locale of answers where no other fits.</param>
/// <param name="Locales">The locales of the content.</param>
/// <param name="Counts">How much of what it holds, by kind.</param>
/// <param name="Files">Its files besides the manifest, by path.</param>
public sealed record PackManifest(
    int Format,
    string Snapshot,
    string ContentHash,
    string DefaultLocale,
    ImmutableArray<string> Locales,
    PackCounts Counts,
    ImmutableArray<PackFile> Files)
{
    /// <summary>The version of packs that this program writes and reads. Changes with the model, the index, or what either makes of the same content.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The name of the manifest in a pack.</summary>
    public const string FileName = "kbpack.json";

    /// <summary>The largest manifest that is read, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The most files that a pack has.</summary>
    public const int MaxFiles = 1000;

    /// <summary>The bytes of all files.</summary>
    [JsonIgnore]
    public long TotalLength => Files.Sum(f => f.Length);

    /// <summary>Identifies the pack with all its files: SHA-256 of the manifest's bytes, as 64 lower-case hexadecimal digits.</summary>
    /// <param name="manifest">The manifest as it is stored.</param>
    public static string IdOf(ReadOnlySpan<byte> manifest) => Convert.ToHexStringLower(SHA256.HashData(manifest));

    /// <summary>The manifest as it is stored.</summary>
    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, PackJson.Default.PackManifest), (byte)'\n'];

    /// <summary>Reads a manifest and checks what it says.</summary>
    /// <param name="json">The manifest as it is stored.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="PackException">It is none, of another format, or names files that a pack can't have.</exception>
    public static PackManifest Read(ReadOnlySpan<byte> json, string name)
    {
        try
        {
            // The format first: a manifest of another one may look otherwise.
            if (FormatOf(json) is { } format && format != CurrentFormat)
            {
                throw new PackException("WrongFormat", name, format, CurrentFormat);
            }

            var manifest = JsonSerializer.Deserialize(json, PackJson.Default.PackManifest);
            return manifest is not null && manifest.IsSound ? manifest : throw new PackException("BadManifest", name);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new PackException(e, "BadManifest", name);
        }
    }

    private bool IsSound =>
        !Files.IsDefault && !Locales.IsDefault && Files.Length <= MaxFiles
        && Files.All(f => f is not null && PackFile.IsPath(f.Path) && f.Path != FileName && f.Length >= 0 && PackFile.IsSha256(f.Sha256))
        && Files.Select(f => f.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count() == Files.Length
        && Files.Any(f => f.Path == PackLayout.Model) && Files.Any(f => f.Path == PackLayout.Settings)
        && Files.Aggregate(0L, (sum, f) => sum > long.MaxValue - f.Length ? long.MaxValue : sum + f.Length) <= PackLimits.MostBytes
        && IsId(Snapshot) && PackFile.IsSha256(ContentHash);

    private static bool IsId(string text) => text.Length == 16 && text.All(char.IsAsciiHexDigitLower);

    private static int? FormatOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("format"u8) && reader.Read())
            {
                return reader.TryGetInt32(out var format) ? format : null;
            }
        }

        return null;
    }
}

/// <summary>How much of what a pack holds, in all locales together.</summary>
/// <param name="Articles">Documents.</param>
/// <param name="Entries">Entries, each counted once.</param>
/// <param name="Procedures">Procedures, each counted once.</param>
/// <param name="Codes">Codes, in all spellings one.</param>
public sealed record PackCounts(int Articles, int Entries, int Procedures, int Codes);
