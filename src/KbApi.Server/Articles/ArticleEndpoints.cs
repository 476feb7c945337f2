using KbApi.Server.Contracts;
using KbApi.Server.Entries;
using KbApi.Server.Http;
using KbApi.Server.Problems;

namespace KbApi.Server.Articles;

/// <summary>The documents that the content is made of.</summary>
internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder group)
    {
        group.MapReading("/articles", ListArticles)
            .WithName("listArticles")
            .Produces<ArticlePage>().WithTags("Articles");
        group.MapReading("/articles/{**id}", GetArticle)
            .WithName("getArticle")
            .Produces<ArticleResponse>().WithTags("Articles");
    }

    /// <summary>List articles</summary>
    /// <remarks>The articles, by id.</remarks>
    /// <param name="request">The request.</param>
    internal static IResult ListArticles(ApiRequest request)
    {
        var articles = request.KnowledgeBase.Articles.Items
            .Where(item => request.Locale.Choose(item) is not null)
            .OrderBy(item => item.Id, StringComparer.Ordinal)
            .ToList();
        var (page, next, problem) = Paging.Cut(request, articles, item => item.Id);
        if (problem is not null)
        {
            return problem;
        }

        request.SetLanguage(page.Select(item => request.Locale.Choose(item)!.Locale));
        return TypedResults.Ok(new ArticlePage { Items = [.. page.Select(item => ArticleMapper.Summarize(item, request))], Total = articles.Count, NextCursor = next });
    }

    /// <summary>Get an article</summary>
    /// <remarks>The sections of an article, and the ids of all that it knows.</remarks>
    /// <param name="id">The id, for example `sspr`.</param>
    /// <param name="request">The request.</param>
    internal static IResult GetArticle(string id, ApiRequest request)
    {
        if (request.KnowledgeBase.Articles.Find(id) is not { } item)
        {
            return ApiProblem.Create(request.Context, ProblemType.UnknownId, id);
        }

        if (request.Locale.Choose(item) is not { } article)
        {
            return EntryEndpoints.NotInLocale(request, id, item.Variants.Select(v => v.Locale));
        }

        request.SetLanguage(article.Locale);
        return TypedResults.Ok(ArticleMapper.Map(item, article, request));
    }
}
