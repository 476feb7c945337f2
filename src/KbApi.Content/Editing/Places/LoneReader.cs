using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Editing.Places;

/// <summary>Reads a text by itself, as it should be read where it is put: with the link definitions of the document, and nothing else.</summary>
internal sealed class LoneReader(DocumentParser parser, MarkdownDocument document)
{
    private readonly string _definitions = string.Concat(document.OfType<LinkReferenceDefinitionGroup>()
        .SelectMany(g => g.OfType<LinkReferenceDefinition>())
        .Where(d => d.Label is { Length: > 0 } label && !label.AsSpan().ContainsAny('\r', '\n'))
        .Select(d => $"\n[{d.Label}]: <{d.Url}>"));

    /// <summary>The plain text.</summary>
    /// <param name="kind">What it is put into.</param>
    /// <param name="value">The text as Markdown.</param>
    /// <param name="written">The text as it was written for its place.</param>
    public string Read(PlaceKind kind, NewText value, string written) => kind switch
    {
        PlaceKind.Cell => ReadCell(written),
        PlaceKind.Html => OfCell("<table><tr><td>a</td></tr><tr><td>" + written + "</td></tr></table>\n" + _definitions),
        PlaceKind.Heading => OfBlocks("# " + written + "\n" + _definitions),
        PlaceKind.FrontMatter or PlaceKind.Code => value.Markdown,
        _ => OfBlocks(value.Markdown + "\n" + _definitions),
    };

    /// <summary>The plain text of a cell of a pipe table.</summary>
    public string ReadCell(string written) => OfCell("| a |\n| --- |\n| " + written + " |\n" + _definitions);

    private string OfCell(string text)
    {
        var parsed = parser.Parse(SourceText.From(text)).Document;
        return parsed.OfType<Table>().FirstOrDefault() is [_, TableRow { Count: 1 } row] ? new InlineTextReader(text).Read(row[0]).Text : "";
    }

    private string OfBlocks(string text)
    {
        var parsed = parser.Parse(SourceText.From(text)).Document;
        return new InlineTextReader(text).Read(parsed.Where(b => b is not LinkReferenceDefinitionGroup), new TextSpan(0, text.Length)).Text;
    }
}
