using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site;

/// <summary>Which part of the site a page belongs to.</summary>
internal enum SiteArea
{
    None,
    Search,
    Browse,
    Paste,
    Health,
}

/// <summary>A page before it is put into the frame that all pages have.</summary>
/// <param name="Title">What it is called in the browser's tab and in lists of results.</param>
/// <param name="Body">What stands in its main part.</param>
internal sealed record SitePage(string Title, Html Body)
{
    public SiteArea Area { get; init; }

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What it is about, for search engines; null where it is not for them.</summary>
    public string? Description { get; init; }

    /// <summary>What stands in its head beside what all pages have there.</summary>
    public Html Head { get; init; }

    /// <summary>Whether it has a large field to search with, and so none in its header.</summary>
    public bool HasOwnSearch { get; init; }

    /// <summary>What the field to search with in the header holds.</summary>
    public string? SearchedFor { get; init; }

    /// <summary>Where to go instead, or null.</summary>
    public Address? RedirectTo { get; init; }
}
