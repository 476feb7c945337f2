using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Syntax.Dialects;
using KbApi.Content.Syntax.Includes;
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
    private readonly AlertWords _words = AlertWords.LoadBuiltIn();
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

    /// <summary>Parses a document whose includes stay empty.</summary>
    public ParsedDocument Parse(SourceText source) => Parse(source, includes: null);

    /// <summary>Parses a document.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="includes">What it may include, or null where that is not known.</param>
    public ParsedDocument Parse(SourceText source, IIncludedFiles? includes)
    {
        var (text, blanked) = NestingGuard.Blank(source);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>(0);
        foreach (var span in blanked)
        {
            diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.NestedTooDeep, Location.In(source, span), NestingGuard.MaxDepth));
        }

        MarkdownDocument document;
        try
        {
            text = Prepare(text);
            document = Markdown.Parse(text, _pipeline);
            HtmlBlocks.Shape(document, text);
            DefinitionLists.Shape(document);
            Admonitions.Shape(document, _words);
            LazyInlines.Attach(document, _inlineParsers);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Nesting beyond Markdig's own limit that the guard did not foresee, or a fault of its own: still only this document's.
            diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.ParserGaveUp, Location.OfFile(source.Path), e.Message));
            document = [];
        }

        if (includes is not null)
        {
            diagnostics.AddRange(new IncludeResolver(this, includes).Resolve(document, source));
        }

        diagnostics.AddRange(DocumentLimits.Of(document, source.Length).Report(source));
        foreach (var span in InlineBudget.RefusedIn(document))
        {
            diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.TooManyDelimiters, Location.In(source, span)));
        }

        return new ParsedDocument(document, diagnostics.DrainToImmutable());
    }

    /// <summary>The text without what would mislead the parser; every character that remains keeps its place.</summary>
    private static string Prepare(string text) => SideBySide.Blank(ModuleLines.Blank(DivLines.Blank(MarkerTabs.Replace(text))));

    private MarkdownPipelineBuilder CreateBuilder()
    {
        var builder = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePreciseSourceLocation();
        builder.Extensions.Add(new PipeTableExtension());
        builder.Extensions.Add(new DialectExtension(_words));
        var paragraphs = new BoundedParagraphParser();
        paragraphs.Closed += CheckInlines;
        builder.BlockParsers.Replace<ParagraphBlockParser>(paragraphs);
        var headings = new HeadingParser();
        headings.Closed += CheckInlines;
        builder.BlockParsers.Replace<HeadingBlockParser>(headings);
        builder.BlockParsers.Replace<FencedCodeBlockParser>(new FenceParser());
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
