using System.Collections.Immutable;
using KbApi.Content.Editing;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using KbApi.Translation.Export;
using KbApi.Translation.Units;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Translation.Import;

/// <summary>
/// Finds the rows, list items and blocks that only the original has, and where they belong in the translation: between the neighbours that
/// both have. Where the translation has something of its own there, nobody can tell whether it is the same, and nothing is added.
/// </summary>
internal sealed class MissingBlocks
{
    private readonly Article _original;
    private readonly Article _translation;
    private readonly ImmutableArray<ExportedUnit> _units;
    private readonly IReadOnlySet<string> _wanted;
    private readonly ImmutableArray<int> _orphans;
    private readonly MarkdownDocument _there;
    private readonly Dictionary<Block, BlockUnits> _unitsOf = [];
    private readonly List<Addition> _additions = [];

    private MissingBlocks(Article original, Article translation, ImmutableArray<ExportedUnit> units, ImmutableArray<TranslationUnit> translated, IReadOnlySet<string> wanted)
    {
        (_original, _translation, _units, _wanted) = (original, translation, units, wanted);
        var placed = units.Where(u => u.Place is not null).Select(u => u.Place!.Span).ToHashSet();
        _orphans = [.. translated.Where(u => u.Kind != UnitKind.Metadata && !placed.Contains(u.Span)).Select(u => u.Span.Start)];
        _there = new DocumentParser().Parse(translation.Text).Document;
    }

    /// <summary>What is to be copied, in the order of the original.</summary>
    /// <param name="original">The original.</param>
    /// <param name="translation">The translation.</param>
    /// <param name="units">The original's units with their places.</param>
    /// <param name="translated">The units of the translation.</param>
    /// <param name="wanted">The ids of the units that have no place and are to have one.</param>
    public static IReadOnlyList<Addition> Find(
        Article original, Article translation, ImmutableArray<ExportedUnit> units, ImmutableArray<TranslationUnit> translated, IReadOnlySet<string> wanted)
    {
        var search = new MissingBlocks(original, translation, units, translated, wanted);
        search.Look(new DocumentParser().Parse(original.Text).Document, TextSpan.FromBounds(translation.FrontMatter.Span.End, translation.Text.Length));
        return search._additions;
    }

    /// <summary>Looks through siblings of the original, whose counterparts stand in a stretch of the translation.</summary>
    private void Look(ContainerBlock parent, TextSpan there)
    {
        var siblings = parent.Where(b => b is not LinkReferenceDefinitionGroup).ToList();
        Block? before = null;
        for (var i = 0; i < siblings.Count; i++)
        {
            var units = UnitsOf(siblings[i]);
            if (CounterpartOf(siblings[i]) is { } counterpart)
            {
                before = counterpart is TableRow { IsHeader: true } ? before : counterpart;
                if (siblings[i] is (Table or ListBlock) and not HtmlTable)
                {
                    Look((ContainerBlock)siblings[i], Inside((ContainerBlock)counterpart));
                }
            }
            else if (units is { Last: null, IsWanted: true })
            {
                var run = RunAt(siblings, i);
                Add(run, before, siblings.Skip(i + run.Count).Select(CounterpartOf).FirstOrDefault(b => b is not null), there);
                i += run.Count - 1;
            }
        }
    }

    /// <summary>What is between the first and the last child, but for a table's header.</summary>
    private static TextSpan Inside(ContainerBlock container)
    {
        var first = container is Table { Count: > 1 } table ? table[1] : container[0];
        return TextSpan.FromBounds(InlineTextReader.SpanOf(first).Start, InlineTextReader.EndOf(container));
    }

    /// <summary>The blocks from one that is wanted to the last such one before a block that both documents have; code goes with the texts above it.</summary>
    private List<Block> RunAt(List<Block> siblings, int first)
    {
        var end = first + 1;
        for (var i = end; i < siblings.Count && UnitsOf(siblings[i]) is { Last: null } units; i++)
        {
            end = units.IsWanted || (siblings[i] is CodeBlock && i == end) ? i + 1 : end;
        }

        return siblings[first..end];
    }

    private void Add(List<Block> run, Block? before, Block? after, TextSpan there)
    {
        var start = before is null ? there.Start : InlineTextReader.EndOf(before);
        var end = after is null ? there.End : InlineTextReader.SpanOf(after).Start;
        if ((before ?? after) is not null && start <= end && !_orphans.Any(o => o >= start && o < end))
        {
            _additions.AddRange(run.Where(b => b is CodeBlock || UnitsOf(b).IsWanted).Select(b => At(before, after, b)));
        }
    }

    private Addition At(Block? before, Block? after, Block block)
    {
        var newLine = LineEndings.Of(_translation.Text.Content);
        var copied = LinesOf(_original.Text, block);
        var isLine = block is TableRow || block is ListItemBlock { Parent: ListBlock { IsLoose: false } };
        if (before is null)
        {
            return new Addition(LinesOf(_translation.Text, after!).Start, "", copied, isLine ? newLine : newLine + newLine);
        }

        var position = LinesOf(_translation.Text, before).End;
        var line = _translation.Text.GetLine(position);
        var touches = !isLine && line + 1 < _translation.Text.LineCount && _translation.Text[_translation.Text.GetLineSpan(line + 1)].Trim().Length > 0;
        return new Addition(position, isLine ? newLine : newLine + newLine, copied, touches ? newLine : "");
    }

    /// <summary>The lines of a block, without the last one's line break.</summary>
    private static TextSpan LinesOf(SourceText text, Block block)
    {
        var span = InlineTextReader.SpanOf(block);
        return TextSpan.FromBounds(text.GetLineSpan(text.GetLine(span.Start)).Start, text.GetLineSpan(text.GetLine(Math.Max(span.Start, span.End - 1))).End);
    }

    /// <summary>The block of the same kind and depth in the translation, or null.</summary>
    private Block? CounterpartOf(Block block)
    {
        if (UnitsOf(block).Last is not { } place)
        {
            return null;
        }

        Block? found = _there;
        for (var parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            found = (found as ContainerBlock)?.FirstOrDefault(b => InlineTextReader.SpanOf(b).Contains(place.Span));
        }

        return found is not null && found.GetType() == block.GetType() ? found : null;
    }

    private BlockUnits UnitsOf(Block block)
    {
        if (!_unitsOf.TryGetValue(block, out var units))
        {
            var span = InlineTextReader.SpanOf(block);
            var within = _units[LowerBound(span.Start)..LowerBound(span.End)].Where(u => u.Source.Kind != UnitKind.Metadata).ToList();
            units = new BlockUnits(within.FindLast(u => u.Place is not null)?.Place, within.Exists(u => _wanted.Contains(u.Source.Id)));
            _unitsOf.Add(block, units);
        }

        return units;
    }

    /// <summary>The first unit that does not begin before a place.</summary>
    private int LowerBound(int position)
    {
        var (low, high) = (0, _units.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _units[middle].Source.Span.Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <param name="Last">Where the last of a block's units stands in the translation that has a place there.</param>
    /// <param name="IsWanted">Whether a unit is to get a place.</param>
    private sealed record BlockUnits(TranslationUnit? Last, bool IsWanted);
}
