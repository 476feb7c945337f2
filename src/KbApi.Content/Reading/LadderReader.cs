using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Reads lists of links to sections of the same document that are to be followed in order. Tables of contents are none.</summary>
internal sealed class LadderReader(DocumentContext context)
{
    private const int MinRungs = 3;

    public IEnumerable<Ladder> Read(OutlineSection section, IReadOnlyList<Procedure> procedures)
    {
        foreach (var list in section.Blocks.OfType<ListBlock>())
        {
            if (list.Count >= MinRungs && ReadRungs(list, procedures) is { } rungs && SaysOrder(section))
            {
                yield return Create(list, section, rungs);
            }
        }
    }

    /// <summary>The anchor of an item that is one link into the same document and nothing else, or null.</summary>
    public static string? AnchorOfLink(InlineText item)
    {
        var links = item.MarksOf(InlineMarkKind.Link).ToList();
        return links is [{ Target: ['#', _, ..] target } link] && item.Text.AsSpan().Trim(" .").Length <= link.Length
            ? target[1..]
            : null;
    }

    private bool SaysOrder(OutlineSection section) =>
        section.Blocks.OfType<ParagraphBlock>().Any(p => context.Lexicon.Order.IsIn(context.Inlines.Read(p).Text));

    private ImmutableArray<LadderRung>? ReadRungs(ListBlock list, IReadOnlyList<Procedure> procedures)
    {
        var rungs = ImmutableArray.CreateBuilder<LadderRung>(list.Count);
        foreach (var item in ListReading.Items(list))
        {
            var text = context.Inlines.Read(item);
            if (AnchorOfLink(text) is not { } anchor)
            {
                return null;
            }

            var procedure = procedures.FirstOrDefault(p => string.Equals(p.Section, anchor, StringComparison.OrdinalIgnoreCase));
            rungs.Add(new LadderRung(TextRange.All(text).ToProse(), anchor, procedure?.Id));
        }

        return rungs.ToImmutable();
    }

    private Ladder Create(ListBlock list, OutlineSection section, ImmutableArray<LadderRung> rungs)
    {
        var span = ListReading.SpanWithHeading(section, list, context);
        return new Ladder
        {
            Id = context.ItemId(section.Anchor ?? "ladder"),
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
