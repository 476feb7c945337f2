using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Problems;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Steps;

/// <summary>Reads lists of links to sections of the same document that are to be followed in order. Tables of contents are none.</summary>
internal sealed class LadderReader(DocumentContext context)
{
    private const int MinRungs = 3;

    private readonly ItemNames _names = new();

    /// <summary>The ladders of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="procedures">The procedures of the document by the anchor of their section, the first of each.</param>
    /// <param name="ladders">Where the ladders are added.</param>
    public void Read(OutlineSection section, IReadOnlyDictionary<string, Procedure> procedures, ImmutableArray<Ladder>.Builder ladders)
    {
        bool? saysOrder = null;
        foreach (var block in section.Blocks)
        {
            if (block is ListBlock { Count: >= MinRungs } list && ReadRungs(list, procedures) is { } rungs && (saysOrder ??= SaysOrder(section)))
            {
                ladders.Add(Create(list, section, rungs));
            }
        }
    }

    /// <summary>The anchor of an item that is one link into the same document and nothing else, or null.</summary>
    public static string? AnchorOfLink(InlineText item)
    {
        return item.FirstMark(InlineMarkKind.Link) is { Target: ['#', _, ..] target } link && item.Text.AsSpan().Trim(" .").Length <= link.Length
            ? target[1..]
            : null;
    }

    private bool SaysOrder(OutlineSection section) =>
        section.Blocks.OfType<ParagraphBlock>().Any(p => context.Inlines.Read(p).KindsIn(context.Lexicon).Has(context.Lexicon.Order));

    private ImmutableArray<LadderRung>? ReadRungs(ListBlock list, IReadOnlyDictionary<string, Procedure> procedures)
    {
        var rungs = ImmutableArray.CreateBuilder<LadderRung>(list.Count);
        foreach (var item in ListReading.Items(list))
        {
            var text = context.Inlines.Read(item);
            if (AnchorOfLink(text) is not { } anchor)
            {
                return null;
            }

            rungs.Add(new LadderRung(TextRange.All(text).ToProse(), anchor, procedures.GetValueOrDefault(anchor)?.Id));
        }

        return rungs.ToImmutable();
    }

    private Ladder Create(ListBlock list, OutlineSection section, ImmutableArray<LadderRung> rungs)
    {
        var span = ListReading.SpanWithHeading(section, list, context);
        return new Ladder
        {
            Id = context.ItemId(_names.Take(section.Anchor ?? "ladder")),
            ArticleId = context.ArticleId,
            Locale = context.Locale,
            Section = section.Anchor,
            Span = span,
            StartLine = context.LineOf(span.Start),
            EndLine = context.LineOf(span.End - 1),
            Title = section.Title.IsEmpty ? rungs[0].Text : TextRange.All(section.Title).ToProse(),
            Introduction = ListReading.Introduction(section, list, context.Inlines),
            Rungs = rungs,
        };
    }
}
