using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Model;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>Finds what links lead to, as far as that is content.</summary>
internal static class LinkTargets
{
    /// <summary>Where a link leads, or null.</summary>
    public static LspLocation? Of(ContentSnapshot snapshot, Article article, LinkWord link)
    {
        if (link.Label is { } label)
        {
            return LinkWord.DefinitionOf(article.Text, label) is { } definition ? snapshot.LocationOf(article.Text, definition) : null;
        }

        var (path, anchor) = Cut(link.Target!);
        if (path is null || ArticleAt(snapshot, article, path) is not { } target)
        {
            return null;
        }

        var place = anchor.Length == 0 ? null : Anchors.Find(target, anchor);
        return place is null && anchor.Length > 0 ? null : snapshot.LocationOf(target.Text, place?.Span ?? default);
    }

    /// <summary>The document that an address names, or null. Without a path it is the document itself.</summary>
    public static Article? ArticleAt(ContentSnapshot snapshot, Article article, string path)
    {
        if (path.Length == 0)
        {
            return article;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(article.Text.Path)) ?? "";
        try
        {
            var full = Path.GetFullPath(Path.Combine(folder, path.TrimStart('~', '/')));
            return snapshot.ArticleAt(full) ?? snapshot.ArticleAt(full + ".md");
        }
        catch (ArgumentException)
        {
            // No path of this system.
            return null;
        }
    }

    /// <summary>The path and the anchor of an address; the path is null where it leads out of the content.</summary>
    public static (string? Path, string Anchor) Cut(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var path = (hash < 0 ? target : target[..hash]).Split('?')[0];
        var anchor = hash < 0 ? "" : Uri.UnescapeDataString(target[(hash + 1)..]);
        return (path.Contains("://", StringComparison.Ordinal) || path.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? null : Uri.UnescapeDataString(path), anchor);
    }
}
