using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Documents;
using KbApi.Server.Entries;
using KbApi.Server.Http;
using KbApi.Server.Problems;

namespace KbApi.Server.Articles;

/// <summary>The documents that the content is made of.</summary>
internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder group)
    {
        group.MapProse("/articles", ListArticles)
            .WithName("listArticles")
            .Produces<ArticlePage>().WithTags("Articles");
        group.MapProse("/articles/{**id}", GetArticle)
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
        request.SetLanguage(articles.Select(item => request.Locale.Choose(item)!.Locale));
        return Paging.Answer(
            request,
            articles,
            item => item.Id,
            page => page.Select(item => ArticleMapper.Summarize(item, request)),
            AnswerPlans.Article,
            page => List(page, request));
    }

    /// <summary>Get an article</summary>
    /// <remarks>The sections of an article, and the ids of all that it knows.</remarks>
    /// <param name="id">The id, for example `sspr`.</param>
    /// <param name="request">The request.</param>
    /// <param name="text">Renders articles.</param>
    internal static IResult GetArticle(string id, ApiRequest request, ArticleText text)
    {
        id = PathValue.Of(id);
        if (request.KnowledgeBase.Articles.Find(id) is not { } item)
        {
            return ApiProblem.Create(request.Context, ProblemType.UnknownId, id);
        }

        if (request.Locale.Choose(item) is not { } article)
        {
            return EntryEndpoints.NotInLocale(request, id, item.Variants.Select(v => v.Locale));
        }

        request.SetLanguage(article.Locale);
        return request.MediaType == Representations.Json
            ? request.Answer(ArticleMapper.Map(item, article, request), AnswerPlans.Article)
            : text.Answer(request, article);
    }

    private static ProseDocument List(IEnumerable<Localized<Article>> page, ApiRequest request)
    {
        var text = new ProseDocument(request.Locale.Chain.FirstOrDefault(request.KnowledgeBase.DefaultLocale).Value);
        return text.Title(text.Label("ArticlesTitle", [])).Bullets(page.Select(item => $"{request.Locale.Choose(item)!.Title.Text} ({item.Id})"));
    }
}
