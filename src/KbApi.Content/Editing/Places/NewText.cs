using System.Globalization;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Editing.Places;

/// <summary>Text that somebody wants to put into a document, as Markdown by itself.</summary>
internal sealed class NewText
{
    private readonly MarkdownDocument _document;

    public NewText(string markdown, DocumentParser parser)
    {
        Markdown = markdown.ReplaceLineEndings("\n").Trim();
        Source = SourceText.From(Markdown);
        _document = parser.Parse(Source).Document;
    }

    /// <summary>The text, with <c>\n</c> between lines and without blanks at its ends.</summary>
    public string Markdown { get; }

    public SourceText Source { get; }

    public int LineCount => Markdown.Length == 0 ? 0 : Source.LineCount;

    /// <summary>Why it can't stand in a place, or null where it can.</summary>
    public EditRefusal? Check(PlaceKind kind) => kind switch
    {
        PlaceKind.Heading or PlaceKind.FrontMatter when LineCount > 1 => EditRefusal.Of(EditProblem.OneLineOnly, Number(LineCount)),
        PlaceKind.Cell or PlaceKind.Html or PlaceKind.Heading => Refuse(_document, allowsNested: kind == PlaceKind.Html, IsCellBlock),
        PlaceKind.Blocks or PlaceKind.Inline => Refuse(_document, allowsNested: true, IsBodyBlock),
        _ => null,
    };

    /// <summary>The blocks, for those that write them in another form.</summary>
    public IEnumerable<Block> Blocks => _document;

    private EditRefusal? Refuse(ContainerBlock container, bool allowsNested, Func<Block, bool> isAllowed)
    {
        foreach (var block in container)
        {
            if (!isAllowed(block))
            {
                return Refusal(block, NameOf(block));
            }

            if (block is ListBlock list && !allowsNested)
            {
                foreach (var below in list.OfType<ListItemBlock>().SelectMany(i => i))
                {
                    if (below is not ParagraphBlock)
                    {
                        return Refusal(below, below is ListBlock ? "nested-list" : NameOf(below));
                    }
                }
            }
        }

        return null;
    }

    private EditRefusal Refusal(Block block, string name) =>
        EditRefusal.Of(EditProblem.BlockNotAllowed, name, Number(Source.GetLine(Math.Max(0, block.Span.Start)) + 1));

    private static bool IsCellBlock(Block block) => block is ParagraphBlock { Parser: not null } or ListBlock;

    private static bool IsBodyBlock(Block block) => block is not (HeadingBlock or HtmlHeading or ThematicBreakBlock or LinkReferenceDefinitionGroup or Markdig.Extensions.Yaml.YamlFrontMatterBlock);

    private static string NameOf(Block block) => block switch
    {
        HeadingBlock or HtmlHeading => "heading",
        Table => "table",
        CodeBlock => "code",
        QuoteBlock => "quote",
        ThematicBreakBlock or Markdig.Extensions.Yaml.YamlFrontMatterBlock => "rule",
        LinkReferenceDefinitionGroup => "definition",
        ParagraphBlock or HtmlBlock => "html",
        ListBlock => "list",
        _ => "other",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
