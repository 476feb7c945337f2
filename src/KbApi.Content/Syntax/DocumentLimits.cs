using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// What a document may hold of things that cost the parser or the readers far more than their characters. From some number on they
/// are read as the text that they stand in, and one finding says where that begins.
/// </summary>
internal sealed class DocumentLimits
{
    /// <summary>The most cells of one row; what follows belongs to the last one.</summary>
    public const int MaxCellsOfRow = 256;

    /// <summary>The most lines of one paragraph; what follows is another.</summary>
    public const int MaxLinesOfParagraph = 1000;

    private const int FreeCells = 50_000;

    /// <summary>Tables of people have at least this many characters for each cell.</summary>
    private const int CharactersOfCell = 10;

    private static readonly object Key = new();

    private DocumentLimits(int length)
    {
        Cells = new Limit(FreeCells + (length / CharactersOfCell), ReadingDiagnostics.TooManyCells);
        WideRows = new Limit(0, ReadingDiagnostics.RowTooWide) { Shown = MaxCellsOfRow };
        LongParagraphs = new Limit(0, ReadingDiagnostics.ParagraphTooLong) { Shown = MaxLinesOfParagraph };
    }

    /// <summary>Headings with number signs.</summary>
    public Limit Headings { get; } = new(20_000, ReadingDiagnostics.TooManyHeadings);

    /// <summary>
    /// Paragraphs that turned out to be the first line of a table or an underlined heading. Markdig looks for such a paragraph among
    /// all blocks before it, which is quadratic in their number.
    /// </summary>
    public Limit Replaced { get; } = new(15_000, ReadingDiagnostics.TooManyTables);

    /// <summary>Definitions of links, each of which costs as much as a page.</summary>
    public Limit Definitions { get; } = new(10_000, ReadingDiagnostics.TooManyDefinitions);

    public Limit Cells { get; }

    /// <summary>Empty cells that are put in where another spans them: a span is a number that anybody can write.</summary>
    public Limit SpannedCells { get; } = new(4000, ReadingDiagnostics.TooManyCells);

    /// <summary>Rows beyond <see cref="MaxCellsOfRow"/>; none is free.</summary>
    public Limit WideRows { get; }

    /// <summary>Paragraphs beyond <see cref="MaxLinesOfParagraph"/>; none is free.</summary>
    public Limit LongParagraphs { get; }

    /// <summary>The limits of the document that is being parsed.</summary>
    public static DocumentLimits Of(BlockProcessor processor) => Of(processor.Document, processor.Line.Text.Length);

    /// <summary>The limits of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="length">The length of its text, on which some depend.</param>
    public static DocumentLimits Of(MarkdownDocument document, int length)
    {
        if (document.GetData(Key) is not DocumentLimits limits)
        {
            limits = new DocumentLimits(length);
            document.SetData(Key, limits);
        }

        return limits;
    }

    /// <summary>What was refused, each where it was first.</summary>
    public IEnumerable<Diagnostic> Report(SourceText source) =>
        ImmutableArray.Create(Headings, Replaced, Definitions, Cells, SpannedCells, WideRows, LongParagraphs)
            .Where(limit => limit.Refused is not null)
            .Select(limit => Diagnostic.Create(limit.Descriptor, Location.In(source, new TextSpan(Math.Min(limit.Refused!.Value, source.Length), 0)), limit.Shown));

    /// <summary>Counts things of one kind.</summary>
    internal sealed class Limit(int max, DiagnosticDescriptor descriptor)
    {
        private readonly int _max = max;
        private int _count;

        public DiagnosticDescriptor Descriptor => descriptor;

        /// <summary>The number that the finding names.</summary>
        public int Shown { get; init; } = max;

        /// <summary>Where the first one stands that was not accepted, or null.</summary>
        public int? Refused { get; private set; }

        /// <summary>Whether not one more is accepted.</summary>
        public bool IsFull => _count >= _max;

        /// <summary>Whether some more are accepted.</summary>
        public bool TryAdd(int position, int count = 1)
        {
            if (_count + count > _max)
            {
                _count = _max;
                Refused ??= position;
                return false;
            }

            _count += count;
            return true;
        }
    }
}
