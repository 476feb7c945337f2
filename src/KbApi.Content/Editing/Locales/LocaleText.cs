using KbApi.Content.Editing.Cells;
using KbApi.Content.Editing.Places;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Editing.Locales;

/// <summary>A document in one locale, taken apart into what can be put into another one.</summary>
internal sealed class LocaleText
{
    private readonly InlineTextReader _inlines;
    private readonly PlaceReader _places;

    public LocaleText(Article article, DocumentParser parser)
    {
        Article = article;
        Document = parser.Parse(article.Text).Document;
        _inlines = new InlineTextReader(article.Text.Content);
        _places = new PlaceReader(article.Text, Document);
        Outline = OutlineBuilder.Build(Document, _inlines);
        Tables = [.. Document.Descendants<Table>().Where(t => t is not HtmlTable && t.Count > 0)];
    }

    public Article Article { get; }

    public SourceText Text => Article.Text;

    public MarkdownDocument Document { get; }

    public Outline Outline { get; }

    /// <summary>The pipe tables, in order.</summary>
    public IReadOnlyList<Table> Tables { get; }

    public Place PlaceOf(TextSpan span) => _places.Read(span, EntryField.Description);

    /// <summary>What a heading says, without anchors; empty where it says nothing.</summary>
    public TextSpan TitleOf(HeadingBlock heading) => _inlines.Read(heading) is { IsEmpty: false } title ? PartReader.SpanOfTitle(title) : default;

    /// <summary>The plain text of a stretch that is a block or cell of its own.</summary>
    public string PlainOf(Block block) => _inlines.Read(block).Text;

    /// <summary>A text as Markdown outside of its table, quote or list; null where it is HTML.</summary>
    public string? MarkdownOf(TextSpan span)
    {
        var place = PlaceOf(span);
        var raw = Text[span].ReplaceLineEndings("\n");
        return place.Kind switch
        {
            PlaceKind.Html => null,
            PlaceKind.Cell => CellText.Parse(raw).ToMarkdown(),
            PlaceKind.Blocks or PlaceKind.Inline => Dedented(raw, LinePrefix.Of(Text, span.Start)),
            _ => raw,
        };
    }

    /// <summary>The table that holds a place, or null.</summary>
    public Table? TableAt(TextSpan span) => Tables.FirstOrDefault(t => InlineTextReader.SpanOf(t).Contains(span));

    private static string Dedented(string raw, string prefix) => prefix.Length == 0
        ? raw
        : string.Join('\n', raw.Split('\n').Select(l => l.StartsWith(prefix, StringComparison.Ordinal) ? l[prefix.Length..] : l.TrimStart(' ', '\t')));
}
