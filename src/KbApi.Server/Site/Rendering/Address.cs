namespace KbApi.Server.Site.Rendering;

/// <summary>The address of a link, form or picture: one of this site, or one of the web that a browser may be led to.</summary>
internal readonly record struct Address
{
    private readonly string? _value;

    private Address(string value) => _value = value;

    /// <summary>An address of this site.</summary>
    /// <param name="path">The path, from the root of the site. Segments of it that are values have been escaped by <see cref="Escape"/>.</param>
    /// <param name="query">What stands in the query; null values are left out.</param>
    public static Address OfSite(string path, params IEnumerable<KeyValuePair<string, string?>> query)
    {
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.StartsWith("/\\", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{path}' is no path from the root of the site", nameof(path));
        }

        var given = query.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value!)}");
        var text = string.Join('&', given);
        return new Address(text.Length == 0 ? path : path + "?" + text);
    }

    /// <summary>An anchor of the same page.</summary>
    public static Address OfAnchor(string anchor) => new("#" + Uri.EscapeDataString(anchor));

    /// <summary>An address that a document names, or null where it leads nowhere that a browser may be led to.</summary>
    public static Address? OfWeb(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto)
            ? new Address(uri.AbsoluteUri)
            : null;

    /// <summary>An absolute address of the server itself.</summary>
    public Address On(string origin) => new(origin + _value);

    /// <summary>The same with an anchor.</summary>
    public Address At(string anchor) => new(_value + "#" + Uri.EscapeDataString(anchor));

    /// <summary>An id as a part of a path; its slashes stay what they are.</summary>
    public static string Escape(string id) => string.Join('/', id.Split('/').Select(Uri.EscapeDataString));

    public override string ToString() => _value ?? "";
}
