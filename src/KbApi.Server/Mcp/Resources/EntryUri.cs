using KbApi.Content.Model;

namespace KbApi.Server.Mcp.Resources;

/// <summary>The address of an entry: <c>kb://sv-SE/sspr/sspr-0029</c>. Slashes of the id may be escaped, as clients that expand <c>{id}</c> do.</summary>
internal static class EntryUri
{
    /// <summary>As RFC 6570 has it: the id's slashes are kept.</summary>
    public const string Template = Scheme + "{locale}/{+id}";

    private const string Scheme = "kb://";

    public static string Of(LocaleTag locale, string id) => $"{Scheme}{locale.Value}/{string.Join('/', id.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>Reads an address; null where it is none.</summary>
    public static (LocaleTag Locale, string Id)? TryRead(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || uri.IndexOf('/', Scheme.Length) is not (> 0 and var slash))
        {
            return null;
        }

        return LocaleTag.TryParse(uri[Scheme.Length..slash], out var locale) ? (locale, Uri.UnescapeDataString(uri[(slash + 1)..])) : null;
    }
}
