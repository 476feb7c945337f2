using System.Globalization;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KbApi.Content.Rendering;

/// <summary>Renders a document as it is read for the model: bounded, with the same tables. Thread-safe.</summary>
public sealed class DocumentRenderer
{
    private readonly DocumentParser _parser = new();

    /// <summary>The document as HTML, without its front matter. HTML in the document is passed on as it is: sanitise it before it is shown.</summary>
    /// <param name="text">The document.</param>
    public string ToHtml(SourceText text) => Render(text, isPlain: false);

    /// <summary>The text that a reader of the document sees, without mark-up.</summary>
    /// <param name="text">The document.</param>
    public string ToPlainText(SourceText text) => Render(text, isPlain: true);

    private string Render(SourceText text, bool isPlain)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = _parser.Parse(text).Document;
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            LazyInlines.Ensure(leaf);
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
}
