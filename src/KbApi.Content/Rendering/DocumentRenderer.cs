using System.Globalization;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KbApi.Content.Rendering;

/// <summary>Renders a document as it is read for the model: bounded, with the same tables. Thread-safe.</summary>
public sealed class DocumentRenderer
{
    /// <summary>The attribute that <see cref="ToHtmlWithLines"/> puts lines into.</summary>
    public const string LinesAttribute = "data-lines";

    private readonly DocumentParser _parser = new();

    /// <summary>The document as HTML, without its front matter. HTML in the document is passed on as it is: sanitise it before it is shown.</summary>
    /// <param name="text">The document.</param>
    public string ToHtml(SourceText text) => Render(text, isPlain: false);

    /// <summary>The same; blocks, rows of tables and items of lists say from which line to which, from 1, they stand: <c>data-lines="37-41"</c>.</summary>
    /// <param name="text">The document.</param>
    public string ToHtmlWithLines(SourceText text) => Render(text, isPlain: false, hasLines: true);

    /// <summary>The text that a reader of the document sees, without mark-up.</summary>
    /// <param name="text">The document.</param>
    public string ToPlainText(SourceText text) => Render(text, isPlain: true);

    private string Render(SourceText text, bool isPlain, bool hasLines = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = _parser.Parse(text).Document;
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            LazyInlines.Ensure(leaf);
        }

        if (hasLines)
        {
            AddLines(document, text);
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer)
        {
            EnableHtmlForBlock = !isPlain,
            EnableHtmlForInline = !isPlain,
            EnableHtmlEscape = !isPlain,
        };
        _parser.Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private static void AddLines(MarkdownDocument document, SourceText text)
    {
        foreach (var block in document.Descendants<Block>().Where(b => !b.Span.IsEmpty && b is not TableCell))
        {
            var first = text.GetLine(block.Span.Start) + 1;
            var last = text.GetLine(block.Span.End) + 1;
            block.GetAttributes().AddProperty(LinesAttribute, string.Create(CultureInfo.InvariantCulture, $"{first}-{last}"));
        }
    }
}
