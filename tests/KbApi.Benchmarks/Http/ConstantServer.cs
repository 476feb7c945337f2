using System.Text;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Search.Storage;
using KbApi.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KbApi.Benchmarks.Http;

/// <summary>
/// What an API costs that does nothing: one endpoint with a constant JSON body, of the size of an entry. On some content it has another that
/// asks the search index all that the real server asks it, and answers the same constant body: what the index costs by itself.
/// </summary>
internal static class ConstantServer
{
    /// <summary>What starts it.</summary>
    public const string Verb = "http-peer";

    /// <summary>The path of the endpoint.</summary>
    public const string Target = "/constant";

    /// <summary>The path of the endpoint that searches first.</summary>
    public const string SearchTarget = "/search";

    private const int BodyBytes = 1000;
    private const int PageSize = 20;
    private const int MaxHits = 1000;

    /// <param name="url">Where to listen.</param>
    /// <param name="content">The folder of the content, or null for none.</param>
    /// <param name="indexFolder">Where its index is stored, or null.</param>
    public static async Task<int> RunAsync(string url, string? content = null, string? indexFolder = null)
    {
        var builder = WebApplication.CreateSlimBuilder();

        // Logs like the server, and as little: a logger that nobody reads would make the peer cheaper than any real API.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.Urls.Add(url);
        var body = Encoding.UTF8.GetBytes("{\"text\":\"" + new string('x', BodyBytes - 11) + "\"}");
        app.MapGet(Target, () => Results.Bytes(body, "application/json; charset=utf-8"));
        using var index = content is null ? null : SearchIndexStore.OpenOrBuild(indexFolder, Served(content));
        if (index is not null)
        {
            app.MapGet(SearchTarget, (string q) =>
            {
                Search(index, q);
                return Results.Bytes(body, "application/json; charset=utf-8");
            });
        }

        await app.RunAsync();
        return 0;
    }

    /// <summary>All that the real server serves: its own articles are in its index, too, and in two languages.</summary>
    private static KnowledgeBase Served(string content) => new KnowledgeBaseLoader().Load(BundledContent.WithOwnArticles(ContentDirectory.FindShown([content])));

    private static void Search(SearchIndex index, string query)
    {
        var request = new SearchRequest { Query = query, Locale = LocaleTag.Parse("en-US"), Limit = MaxHits, HasFacets = true, HasHighlights = false };
        var result = index.Search(request);
        var highlight = index.HighlighterFor(result);
        foreach (var hit in result.Hits.Take(PageSize))
        {
            highlight(hit);
        }
    }
}
