using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>A Markdown document and what of it could not be parsed.</summary>
/// <param name="Document">The syntax tree; its spans are offsets into the file's text.</param>
/// <param name="Diagnostics">Parts that were refused.</param>
internal sealed record ParsedDocument(MarkdownDocument Document, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Markdig with the syntax that troubleshooting documents use, bounded so that any text is read in linear time.</summary>
internal sealed class DocumentParser
{
    private readonly MarkdownPipeline _pipeline;
    private readonly InlineParserList _inlineParsers;

    public DocumentParser()
    {
        var builder = CreateBuilder();
        _pipeline = builder.Build();
        _inlineParsers = new InlineParserList(builder.InlineParsers);
    }

    /// <summary>The pipeline, for rendering what was parsed with it.</summary>
    public MarkdownPipeline Pipeline => _pipeline;

    public ParsedDocument Parse(SourceText source)
    {
        var (text, blanked) = NestingGuard.Blank(source.Content);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var span in blanked)
        {
            diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.NestedTooDeep, Location.In(source, span), NestingGuard.MaxDepth));
        }

        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(DivLines.Blank(HeadingTabs.Replace(text)), _pipeline);
            HtmlBlocks.Shape(document);
            LazyInlines.Attach(document, _inlineParsers);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Nesting beyond Markdig's own limit that the guard did not foresee, or a fault of its own: still only this document's.
            diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.ParserGaveUp, Location.OfFile(source.Path), e.Message));
            document = [];
        }

        diagnostics.AddRange(DocumentLimits.Of(document, source.Length).Report(source));
        foreach (var span in InlineBudget.RefusedIn(document))
        {
            diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.TooManyDelimiters, Location.In(source, span)));
        }

        return new ParsedDocument(document, diagnostics.ToImmutable());
    }

    private static MarkdownPipelineBuilder CreateBuilder()
    {
        var builder = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePreciseSourceLocation();
        builder.Extensions.Add(new PipeTableExtension());
        var paragraphs = new BoundedParagraphParser();
        paragraphs.Closed += CheckInlines;
        builder.BlockParsers.Replace<ParagraphBlockParser>(paragraphs);
        var headings = new HeadingParser();
        headings.Closed += CheckInlines;
        builder.BlockParsers.Replace<HeadingBlockParser>(headings);
        return builder;
    }

    private static void CheckInlines(BlockProcessor processor, Block block)
    {
        if (block is LeafBlock leaf)
        {
            leaf.ProcessInlines = false;
            InlineBudget.Check(leaf, processor.Document);
        }
    }
}
