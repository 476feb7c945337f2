using System.Collections.Immutable;
using System.Globalization;
using KbApi.Cli.Export.Files;
using KbApi.Content.Model;
using Microsoft.AspNetCore.WebUtilities;

namespace KbApi.Cli.Export.Pages;

/// <summary>A page of the server that is exported.</summary>
/// <param name="Locale">The locale that it is asked for in.</param>
/// <param name="Path">Its path on the server, not escaped.</param>
/// <param name="Query">Its query without the locale, with its question mark; empty where there is none.</param>
internal sealed record ExportedPage(string Locale, string Path, string Query)
{
    /// <summary>The query with the locale.</summary>
    public string FullQuery => (Query.Length == 0 ? "?" : Query + "&") + "locale=" + Uri.EscapeDataString(Locale);
}

/// <summary>Tells which file an address of the server becomes.</summary>
/// <param name="knowledgeBase">What there is.</param>
/// <param name="locales">The locales that are exported.</param>
internal sealed class SiteLinks(KnowledgeBase knowledgeBase, ImmutableArray<string> locales)
{
    private const string Markdown = ".md";

    /// <summary>A page and its file, or null where an address leads to no page of the export.</summary>
    /// <param name="address">The address, from the root of the server.</param>
    /// <param name="here">The locale of the page that the address stands on.</param>
    public (ExportedPage Page, string File)? Find(string address, string here)
    {
        var (path, query) = Split(address);
        var locale = query.FirstOrDefault(p => p.Key == "locale").Value is { } named && locales.Contains(named, StringComparer.Ordinal) ? named : here;
        var rest = query.Where(p => p.Key != "locale").ToList();
        return NameOf(path, rest) is { } name ? (new ExportedPage(locale, path, ToQuery(rest)), $"{locale}/{name}") : null;
    }

    /// <summary>The file of an address that is no page: data, Markdown, an asset; null where it is none.</summary>
    public string? FindFile(string address, string here)
    {
        var (path, query) = Split(address);
        var locale = query.FirstOrDefault(p => p.Key == "locale").Value is { } named && locales.Contains(named, StringComparer.Ordinal) ? named : here;
        return path switch
        {
            _ when After(path, "/assets/") is { } asset => "assets/" + asset,
            _ when After(path, "/v1/entries/") is { } id && knowledgeBase.Entries.Find(id) is not null => $"{locale}/entries/{StaticPath.Of(id)}.json",
            _ when After(path, "/v1/articles/") is { } id && knowledgeBase.Articles.Find(id) is not null => $"{locale}/articles/{StaticPath.Of(id)}.json",
            _ => null,
        };
    }

    public static string EntryFile(string locale, string id, string extension) => $"{locale}/entries/{StaticPath.Of(id)}{extension}";

    public static string ArticleFile(string locale, string id, string extension) => $"{locale}/articles/{StaticPath.Of(id)}{extension}";

    /// <summary>The file of an article's own text.</summary>
    public static string SourceFile(Article article) => ArticleFile(article.Locale.Value, article.Id, Markdown);

    private string? NameOf(string path, List<KeyValuePair<string, string>> query) => path switch
    {
        "/" => "index.html",
        "/search" => "search.html",
        "/browse" => query.FirstOrDefault(p => p.Key == "by").Value is "source" or "family" ? $"browse-{query[0].Value}.html" : "browse.html",
        "/entries" => $"lists/{ListName(query)}.html",
        _ when After(path, "/entries/") is { } id => knowledgeBase.Entries.Find(id) is null ? null : $"entries/{StaticPath.Of(id)}.html",
        _ when After(path, "/articles/") is { } id => knowledgeBase.Articles.Find(id) is null
            ? null
            : $"{(query.Any(p => p is { Key: "view", Value: "document" }) ? "documents" : "articles")}/{StaticPath.Of(id)}.html",
        _ => null,
    };

    /// <summary>A name that one can read, and a number that tells queries apart that would read alike.</summary>
    private static string ListName(List<KeyValuePair<string, string>> query)
    {
        const int LongestName = 60;
        var name = query.Count == 0 ? "all" : string.Join('-', query.Select(p => p.Key == "page" ? p.Value : $"{p.Key}-{p.Value.ToLowerInvariant()}"));
        var safe = new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').Take(LongestName)]);
        return string.Create(CultureInfo.InvariantCulture, $"{safe}-{StaticPath.Hash(ToQuery(query)):x8}");
    }

    private static (string Path, List<KeyValuePair<string, string>> Query) Split(string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(at < 0 ? address : address[..at]);
        var query = at < 0 ? [] : QueryHelpers.ParseQuery(address[at..]).SelectMany(p => p.Value.OfType<string>().Select(v => KeyValuePair.Create(p.Key, v))).ToList();
        return (path, [.. query.OrderBy(p => p.Key, StringComparer.Ordinal)]);
    }

    private static string ToQuery(List<KeyValuePair<string, string>> query) =>
        query.Count == 0 ? "" : "?" + string.Join('&', query.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));

    private static string? After(string path, string prefix) => path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : null;
}
