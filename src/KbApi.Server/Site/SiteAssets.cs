using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using KbApi.Server.Http;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site;

/// <summary>A file that pages refer to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record SiteAsset(string Name, string ContentType, byte[] Bytes)
{
    private readonly ConcurrentDictionary<string, byte[]> _encoded = new(StringComparer.Ordinal);

    /// <summary>Tells versions of the file apart.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12];

    /// <summary>The entity tag: weak, since the file is sent in several codings.</summary>
    public string Tag => $"W/\"{Version}\"";

    /// <summary>Whether it gets smaller when it is encoded; fonts are so already.</summary>
    public bool IsText => !ContentType.StartsWith("font/", StringComparison.Ordinal);

    /// <summary>What it holds in a coding; encoded once, as small as can be.</summary>
    public byte[] In(string? coding) => coding is null ? Bytes : _encoded.GetOrAdd(coding, c => ContentCoding.Encode(Bytes, c, CompressionLevel.SmallestSize));

    /// <summary>What a page of another site names so that its browser refuses the file if it was changed.</summary>
    public string Integrity { get; } = "sha384-" + Convert.ToBase64String(SHA384.HashData(Bytes));
}

/// <summary>The files that pages refer to, from this program. Read when first asked for.</summary>
internal sealed class SiteAssets
{
    private const string Prefix = "site-assets/";

    private readonly Lazy<FrozenDictionary<string, SiteAsset>> _assets;

    public SiteAssets()
        : this([])
    {
    }

    /// <param name="others">Programs that have files for pages of their own.</param>
    public SiteAssets(params Assembly[] others) => _assets = new(() => Read([Assembly.GetExecutingAssembly(), .. others]));

    /// <summary>A file by its name, or null.</summary>
    public SiteAsset? Find(string name) => _assets.Value.GetValueOrDefault(name);

    /// <summary>The address of a file. It changes with the file, so that browsers may keep what they have.</summary>
    public Address To(string name, PathString pathBase) => Address.OfSite(pathBase + "/assets/" + name, [new("v", _assets.Value[name].Version)]);

    private static FrozenDictionary<string, SiteAsset> Read(IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(a => a.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => Read(a, n)))
            .ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    private static SiteAsset Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var name = resource[Prefix.Length..];
        return new SiteAsset(name, TypeOf(Path.GetExtension(name)), bytes);
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
}
