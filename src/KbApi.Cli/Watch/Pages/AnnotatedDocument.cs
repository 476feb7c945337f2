using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using KbApi.Content.Model;
using KbApi.Content.Rendering;
using KbApi.Server.Documents;
using KbApi.Server.Site.Rendering;

namespace KbApi.Cli.Watch.Pages;

/// <summary>Something to be said about a line of a document.</summary>
/// <param name="Line">The line, from 1; 0 for the document as a whole.</param>
/// <param name="Markup">What is said.</param>
internal sealed record LineNote(int Line, Html Markup);

/// <summary>A document as it is rendered, with notes beside the blocks, rows and items that hold the lines that they are about.</summary>
/// <remarks>Notes are put in when the sanitizer has passed over the document, so nothing that a document says can look like one of ours by its mark-up.</remarks>
internal static class AnnotatedDocument
{
    private const string Marked = "noted";

    /// <returns>The document, and the notes that have no place in it.</returns>
    public static (Html Document, Html Above) Make(Article article, IEnumerable<LineNote> notes, DocumentRenderer renderer, HtmlFragment html)
    {
        using var document = html.ToDocument(renderer.ToHtmlWithLines(article.Text), article.Locale.Value);
        var blocks = document.All.Select(Block.Of).OfType<Block>().ToImmutableArray();
        var placed = notes.OrderBy(n => n.Line).GroupBy(n => FindPlace(blocks, n.Line)).ToList();
        var above = Html.None;
        foreach (var group in placed)
        {
            var markup = Html.Join(group.Select(n => n.Markup));
            if (group.Key is { } place)
            {
                Insert(place, markup.ToString());
            }
            else
            {
                above = markup;
            }
        }

        return (Html.OfSanitized(document.Body!.InnerHtml), above);
    }

    /// <summary>The smallest block that holds the line, else the last before it; null for what stands above them all.</summary>
    private static IElement? FindPlace(ImmutableArray<Block> blocks, int line) =>
        blocks.Where(b => b.First <= line && line <= b.Last).OrderBy(b => b.Last - b.First).ThenByDescending(b => b.Depth).FirstOrDefault()?.Element
        ?? blocks.Where(b => b.First <= line).MaxBy(b => (b.First, b.Depth))?.Element;

    private static void Insert(IElement place, string markup)
    {
        place.ClassList.Add(Marked);
        switch (place.LocalName)
        {
            // A header that is hidden on narrow screens would take its notes with it.
            case "tr" when place.Closest("thead") is not null && place.Closest("table")?.QuerySelector("tbody") is { } body:
                body.Insert(AdjacentPosition.AfterBegin, Row(place, markup));
                break;
            case "tr":
                place.Insert(AdjacentPosition.AfterEnd, Row(place, markup));
                break;
            case "li" or "blockquote" or "td" or "th" or "div" or "section":
                place.Insert(AdjacentPosition.BeforeEnd, markup);
                break;
            case "code" when place.ParentElement is { LocalName: "pre" } pre:
                pre.Insert(AdjacentPosition.AfterEnd, markup);
                break;
            default:
                place.Insert(AdjacentPosition.AfterEnd, markup);
                break;
        }
    }

    private static string Row(IElement row, string markup) =>
        string.Create(CultureInfo.InvariantCulture, $"<tr class=\"note-row\"><td colspan=\"{Math.Max(1, row.ChildElementCount)}\">{markup}</td></tr>");

    /// <summary>An element that knows its lines. A document's own HTML may claim any lines: it misplaces notes about itself, and no more.</summary>
    private sealed record Block(IElement Element, int First, int Last, int Depth)
    {
        public static Block? Of(IElement element) =>
            element.GetAttribute(DocumentRenderer.LinesAttribute)?.Split('-') is [var first, var last]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
                ? new Block(element, from, to, element.Ancestors().Count())
                : null;
    }
}
