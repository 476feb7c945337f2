using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using KbApi.Content.Rendering;
using Markdig;

namespace KbApi.Server.Documents;

/// <summary>HTML that may be put into any page: rendered by Markdig, and then only what an allow-list names.</summary>
internal sealed class HtmlFragment
{
    private static readonly string[] Tags =
    [
        "article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "ul", "ol", "li", "pre", "code", "em", "strong", "del", "sub", "sup",
        "kbd", "a", "img", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd",
        "div", "span", "details", "summary", "section",
    ];

    /// <summary>Elements whose text is no text for readers.</summary>
    private static readonly string[] Programs = ["script", "style", "template", "iframe", "object", "noscript", "svg", "math", "textarea", "title", "xmp"];

    private static readonly string[] Attributes = ["href", "src", "alt", "title", "id", "name", "lang", "start", "colspan", "rowspan", "align", DocumentRenderer.LinesAttribute];

    private readonly Lazy<MarkdownPipeline> _pipeline = new(() => new MarkdownPipelineBuilder().DisableHtml().Build());

    /// <summary>Made when HTML is first asked for: it learns all of CSS first, which would delay the start of a server by a tenth of a second.</summary>
    private readonly Lazy<HtmlSanitizer> _sanitizer = new(Create);

    /// <summary>A text as a fragment.</summary>
    public string Of(ProseDocument document) => Of(Markdown.ToHtml(MarkdownWriter.Write(document), _pipeline.Value), document.Locale);

    /// <summary>HTML from anywhere as a fragment.</summary>
    public string Of(string html, string locale) =>
        _sanitizer.Value.Sanitize(Article(html, locale)) + "\n";

    /// <summary>The same as a document whose body holds the fragment, for those who add to it.</summary>
    public IHtmlDocument ToDocument(string html, string locale) => _sanitizer.Value.SanitizeDom(Article(html, locale));

    private static string Article(string html, string locale) => $"<article lang=\"{HtmlEncoder.Default.Encode(locale)}\">\n{html.Trim()}\n</article>";

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Tags.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = Attributes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
        });

        // What looks like an element may be a placeholder, <server>, and all that follows lies within it: only the tag goes.
        sanitizer.KeepChildNodes = true;
        sanitizer.RemovingTag += (_, removing) =>
        {
            if (Programs.Contains(removing.Tag.LocalName, StringComparer.OrdinalIgnoreCase))
            {
                removing.Tag.TextContent = "";
            }
        };
        return sanitizer;
    }
}
