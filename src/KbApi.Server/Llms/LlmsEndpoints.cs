using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Server.Articles;
using KbApi.Server.Entries;
using KbApi.Server.Http;
using KbApi.Server.Problems;

namespace KbApi.Server.Llms;

/// <summary>What language models and their crawlers read, as llmstxt.org proposes: an overview that links to Markdown, and all of it in one file.</summary>
internal static class LlmsEndpoints
{
    private const string Extension = ".md";

    private static readonly ImmutableArray<string> Text = [Representations.PlainText, Representations.Markdown];
    private static readonly ImmutableArray<string> Markdown = [Representations.Markdown, Representations.PlainText];

    public static void MapLlms(this IEndpointRouteBuilder routes)
    {
        routes.MapReading("/llms.txt", GetOverview, Text).ExcludeFromDescription();
        routes.MapReading("/llms-full.txt", GetAll, Text).ExcludeFromDescription();
        routes.MapReading("/llms/{locale}/{**path}", GetArticle, Markdown).ExcludeFromDescription();
    }

    /// <summary>The address of an article's Markdown, from the root.</summary>
    public static string PathOf(Article article) =>
        $"/llms/{article.Locale.Value}/{string.Join('/', article.Id.Split('/').Select(Uri.EscapeDataString))}{Extension}";

    internal static IResult GetOverview(ApiRequest request)
    {
        request.SetLanguage(LlmsText.LocaleOf(request));
        return Answer(request, LlmsText.Overview(request));
    }

    internal static IResult GetAll(ApiRequest request)
    {
        request.SetLanguage(LlmsText.ArticlesOf(request).Select(a => a.Locale));
        return Answer(request, LlmsText.Everything(request));
    }

    /// <summary>The Markdown of an article, at an address that says so.</summary>
    internal static IResult GetArticle(string locale, string path, ApiRequest request)
    {
        path = PathValue.Of(path);
        var id = path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? path[..^Extension.Length] : "";
        if (!LocaleTag.TryParse(locale, out var tag) || request.KnowledgeBase.Articles.Find(id) is not { } item)
        {
            return ApiProblem.Create(request.Context, ProblemType.UnknownPath, request.Context.Request.Method, request.Context.Request.Path.ToString());
        }

        request.UseLocale(tag);
        if (request.Locale.Choose(item) is not { } article)
        {
            return EntryEndpoints.NotInLocale(request, id, item.Variants.Select(v => v.Locale));
        }

        request.SetLanguage(article.Locale);
        return request.MediaType == Representations.Markdown
            ? Answer(request, article.Text.Content)
            : request.Context.RequestServices.GetRequiredService<ArticleText>().Answer(request, article);
    }

    /// <summary>Answers with a text that may be cut behind any of its lines.</summary>
    private static IResult Answer(ApiRequest request, string text)
    {
        var ends = new List<int>();
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            ends.Add(at + 1);
        }

        if (ends.Count == 0 || ends[^1] < text.Length)
        {
            ends.Add(text.Length);
        }

        return request.AnswerText(ends.Count, count => text[..ends[count - 1]], characters => Budget.Sentences.CutAtWord(text, characters));
    }
}
