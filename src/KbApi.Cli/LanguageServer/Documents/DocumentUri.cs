namespace KbApi.Cli.LanguageServer.Documents;

/// <summary>Turns addresses of files into paths, and back.</summary>
internal static class DocumentUri
{
    private const string Scheme = "file://";

    /// <summary>How paths are compared on this system.</summary>
    public static StringComparer PathComparer { get; } = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The full path of a file, or null where the address is that of something else.</summary>
    public static string? ToPath(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || uri.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var rest = uri[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var end = rest.IndexOfAny(['?', '#']);
        if (slash < 0 || (end >= 0 && end < slash))
        {
            return null;
        }

        var host = rest[..slash];
        var path = Uri.UnescapeDataString(end < 0 ? rest[slash..] : rest[slash..end]);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        // The slash before a drive is the address's, not the path's.
        var hasDrive = path is ['/', _, ':', ..] && char.IsAsciiLetter(path[1]);
        path = hasDrive && OperatingSystem.IsWindows() ? path[1..] : path;
        return Path.GetFullPath(host.Length > 0 && host != "localhost" && OperatingSystem.IsWindows() ? $"//{host}{path}" : path);
    }

    /// <summary>The address of a file.</summary>
    /// <param name="path">Its full path.</param>
    public static string Of(string path)
    {
        var segments = path.Replace('\\', '/').Split('/').Select((s, i) => i == 0 && s is [_, ':'] ? s : Uri.EscapeDataString(s));
        var joined = string.Join('/', segments);
        return Scheme + (joined.StartsWith('/') ? joined : "/" + joined);
    }
}
