namespace KbApi.Server.Sitemaps;

/// <summary>What crawlers may read: all that anybody may.</summary>
internal static class Robots
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "robots.txt";

    /// <summary>What crawlers are told where nothing can be read without a key.</summary>
    public const string Closed = "User-agent: *\nDisallow: /\n";

    /// <summary>What crawlers are told.</summary>
    /// <param name="sitemap">The absolute address of the sitemap, or null where there is none.</param>
    public static string Open(string? sitemap) => "User-agent: *\nAllow: /\n" + (sitemap is null ? "" : $"Sitemap: {sitemap}\n");
}
