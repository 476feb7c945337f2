using System.Collections.Immutable;
using KbApi.Content.Alignment;
using KbApi.Content.Model;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Alignment;

/// <summary>
/// Pairs the texts of a document with those of its translation without knowing either language: sections as the model aligns them, in
/// them tables by order and rows by the entries that they are, and blocks where the section is built alike. What can't be paired is left out.
/// </summary>
public sealed class DocumentAlignment
{
    private const int ShortText = 40;

    private readonly Lazy<ImmutableArray<(TableSyntax, TableSyntax)>> _tables;
    private readonly Lazy<ImmutableArray<AlignedText>> _texts;

    internal DocumentAlignment(DocumentSyntax original, DocumentSyntax translation)
    {
        Original = original;
        Translation = translation;
        Sections = SectionAlignment.Pair(original.Article, translation.Article);
        _tables = new Lazy<ImmutableArray<(TableSyntax, TableSyntax)>>(PairTables);
        _texts = new Lazy<ImmutableArray<AlignedText>>(() => [.. Cells(), .. Blocks()]);
    }

    /// <summary>The document that was translated.</summary>
    public DocumentSyntax Original { get; }

    /// <summary>The translation.</summary>
    public DocumentSyntax Translation { get; }

    /// <summary>The original's anchor for each anchor of the translation that has a counterpart.</summary>
    public IReadOnlyDictionary<string, string> Sections { get; }

    /// <summary>Tables that are the same, in order.</summary>
    public ImmutableArray<(TableSyntax Original, TableSyntax Translated)> Tables => _tables.Value;

    /// <summary>Cells and blocks that are the same.</summary>
    public ImmutableArray<AlignedText> Texts => _texts.Value;

    private ImmutableArray<(TableSyntax, TableSyntax)> PairTables()
    {
        if (Original.Tables.Length == Translation.Tables.Length)
        {
            return [.. Original.Tables.Zip(Translation.Tables).Where(p => IsAlike(p.First, p.Second))];
        }

        var (here, there) = (new SectionMap(Original), new SectionMap(Translation));
        var open = Original.Tables.ToLookup(t => here.At(t.Header.Span.Start), StringComparer.OrdinalIgnoreCase);
        var pairs = ImmutableArray.CreateBuilder<(TableSyntax, TableSyntax)>();
        foreach (var group in Translation.Tables.GroupBy(t => there.At(t.Header.Span.Start), StringComparer.OrdinalIgnoreCase))
        {
            List<TableSyntax> originals = [.. open[CounterpartOf(group.Key)]];
            List<TableSyntax> translated = [.. group];
            if (originals.Count == translated.Count)
            {
                pairs.AddRange(originals.Zip(translated).Where(p => IsAlike(p.First, p.Second)));
            }
        }

        return pairs.ToImmutable();
    }

    private IEnumerable<AlignedText> Cells()
    {
        foreach (var (from, to) in Tables)
        {
            foreach (var (row, other) in RowAlignment.Pair(Original, from, Translation, to).Where(p => p.Original.Cells.Length == p.Translated.Cells.Length))
            {
                for (var i = 0; i < row.Cells.Length; i++)
                {
                    yield return new AlignedText(Original, row.Cells[i], Translation, other.Cells[i], IsCell: true);
                }
            }
        }
    }

    private IEnumerable<AlignedText> Blocks()
    {
        var (here, there) = (new SectionMap(Original), new SectionMap(Translation));
        var open = Original.Blocks.ToLookup(b => here.At(b.Span.Start), StringComparer.OrdinalIgnoreCase);
        foreach (var group in Translation.Blocks.GroupBy(b => there.At(b.Span.Start), StringComparer.OrdinalIgnoreCase))
        {
            List<BlockSyntax> originals = [.. open[CounterpartOf(group.Key)]];
            List<BlockSyntax> translated = [.. group];
            // A section with another sequence of blocks was written anew; order tells nothing there.
            if (originals.Select(b => b.Kind).SequenceEqual(translated.Select(b => b.Kind)))
            {
                foreach (var (block, other) in originals.Zip(translated).Where(p => SaysAsMuch(p.First, p.Second)))
                {
                    yield return new AlignedText(Original, block.Span, Translation, other.Span, IsCell: false);
                }
            }
        }
    }

    /// <summary>A text of a third or of three times the length is of another version of the document.</summary>
    private static bool SaysAsMuch(BlockSyntax left, BlockSyntax right) =>
        Math.Max(left.Span.Length, right.Span.Length) < ShortText || (left.Span.Length < right.Span.Length * 3 && right.Span.Length < left.Span.Length * 3);

    private string CounterpartOf(string anchor) => Sections.GetValueOrDefault(anchor, anchor);

    private static bool IsAlike(TableSyntax left, TableSyntax right) => left.Header.Cells.Length == right.Header.Cells.Length;

    /// <summary>The anchor of the section that a place belongs to; empty before the first.</summary>
    private sealed class SectionMap(DocumentSyntax document)
    {
        private readonly ImmutableArray<Section> _sections = [.. document.Article.Sections.OrderBy(s => s.Span.Start)];

        public string At(int position)
        {
            var (low, high) = (0, _sections.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = _sections[middle].Span.Start <= position ? (middle + 1, high) : (low, middle);
            }

            return low == 0 ? "" : _sections[low - 1].Anchor;
        }
    }
}
