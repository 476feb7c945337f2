using KbApi.Search.Packs;

namespace KbApi.Server.Snapshots.Packs;

/// <summary>What a path of the configuration names.</summary>
internal static class ContentAddress
{
    /// <summary>Whether it is the address of a pack's manifest.</summary>
    public static bool IsHttp(string path) =>
        Uri.TryCreate(path, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>Whether it is a pack, on disk or at an address.</summary>
    public static bool IsPack(string path) => IsHttp(path) || PackSource.IsPack(path);

    /// <summary>Whether there is something at a path; an address is asked later.</summary>
    public static bool Exists(string path) => IsHttp(path) || Directory.Exists(path) || File.Exists(path);
}
