using System.Globalization;
using System.Text;
using KbApi.Content.Model;
using KbApi.Server.Documents;
using KbApi.Server.Http;

namespace KbApi.Server.Llms;

/// <summary>Writes the texts for language models.</summary>
internal static class LlmsText
{
    /// <summary>The largest text of all articles; those that don't fit are counted, and linked from the overview.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    /// <summary>The most articles that the overview links.</summary>
    private const int MaxLinks = 2000;

    private const int MaxDescription = 200;

    /// <summary>The locale of the product's own words.</summary>
    public static LocaleTag LocaleOf(ApiRequest request) => request.Locale.Chain.FirstOrDefault(request.KnowledgeBase.DefaultLocale);

    /// <summary>The articles in the best locale for the request, in the order of their ids.</summary>
    public static IEnumerable<Article> ArticlesOf(ApiRequest request) =>
        request.KnowledgeBase.Articles.Items.OrderBy(i => i.Id, StringComparer.Ordinal).Select(request.Locale.Choose).OfType<Article>();

    /// <summary>What there is, and where on this server.</summary>
    public static string Overview(ApiRequest request)
    {
        var http = request.Context.Request;
        var root = $"{http.Scheme}://{http.Host}{http.PathBase}";
        return Overview(request, new LlmsLinks(article => root + LlmsEndpoints.PathOf(article), (name, locale) => $"{root}/{name}?locale={locale}", path => root + path));
    }

    /// <summary>What there is, and where.</summary>
    public static string Overview(ApiRequest request, LlmsLinks links)
    {
        var words = new ProseDocument(LocaleOf(request).Value);
        var articles = ArticlesOf(request).ToList();
        var entries = request.KnowledgeBase.Entries.Items.GroupBy(i => i.Variants[0].ArticleId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# {words.Label("Llms_Title", [])}\n\n> {words.Label("Llms_Summary", entries.Values.Sum(), articles.Count, Languages(request))}\n\n{words.Label(links.ToPrograms is null ? "Llms_UseFiles" : "Llms_Use", [])}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n## {words.Label("ArticlesTitle", [])}\n\n");
        foreach (var article in articles.Take(MaxLinks))
        {
            Link(text, article.Title.Text, links.ToArticle(article), words.Label("Llms_Entries", entries.GetValueOrDefault(article.Id)), article.Description);
        }

        if (links.ToPrograms is { } toPrograms)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {words.Label("Llms_Programs", [])}\n\n");
            Link(text, "MCP", toPrograms("/mcp"), words.Label("Llms_Mcp", []), null);
            Link(text, "OpenAPI", toPrograms("/openapi/v1.yaml"), words.Label("Llms_OpenApi", []), null);
        }

        text.Append("\n## Optional\n\n");
        Link(text, words.Label("Llms_Full", []), links.ToText("llms-full.txt", words.Locale), null, null);
        foreach (var other in request.KnowledgeBase.Locales.Where(l => l.Value != words.Locale))
        {
            Link(text, other.Value, links.ToText("llms.txt", other.Value), words.Label("Llms_Other", []), null);
        }

        return text.ToString();
    }

    /// <summary>The Markdown of all articles, one after the other, as much as fits.</summary>
    public static string Everything(ApiRequest request)
    {
        var words = new ProseDocument(LocaleOf(request).Value);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# {words.Label("Llms_Title", [])}\n");
        var left = 0;
        foreach (var article in ArticlesOf(request))
        {
            if (text.Length + article.Text.Content.Length > MaxLength)
            {
                left++;
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"\n<!-- {article.Id} ({article.Locale.Value}) -->\n\n").Append(article.Text.Content.TrimEnd()).Append('\n');
        }

        return left == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"\n{words.Label("Llms_Left", left)}\n").ToString();
    }

    private static string Languages(ApiRequest request) => string.Join(", ", request.KnowledgeBase.Locales.Select(l => l.Value));

    private static void Link(StringBuilder text, string title, string address, string? note, string? description)
    {
        var notes = string.Join("; ", new[] { description is null ? null : Shorten(OneLine(description)), note }.OfType<string>());
        text.Append(CultureInfo.InvariantCulture, $"- [{OneLine(title).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}]({address})");
        text.Append(notes.Length == 0 ? "\n" : $": {notes}\n");
    }

    private static string Shorten(string text) => Budget.Sentences.CutAtWord(text, MaxDescription);

    private static string OneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ');
}
