using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Titles;

/// <summary>
/// Finds paragraphs of a section that all begin with a bold line: in a text for people with problems each is one's title, even where only some of
/// them say so.
/// </summary>
internal sealed class RepeatedLeads(DocumentContext context)
{
    private const int MinLeads = 3;

    /// <summary>A third of them state a problem.</summary>
    private const int MinShare = 3;

    private readonly TitleReader _titles = new(context);

    /// <summary>The paragraphs, or none where they are few or too few of them state a problem.</summary>
    public IReadOnlySet<ParagraphBlock> Find(List<Block> blocks)
    {
        var found = new HashSet<ParagraphBlock>(ReferenceEqualityComparer.Instance);
        var states = 0;
        foreach (var block in blocks)
        {
            if (block is ParagraphBlock paragraph && KindOf(paragraph) is { } kind)
            {
                found.Add(paragraph);
                states += kind is TitleKind.States or TitleKind.Code or TitleKind.Denies ? 1 : 0;
            }
        }

        return found.Count >= MinLeads && states * MinShare >= found.Count ? found : new HashSet<ParagraphBlock>();
    }

    /// <summary>Whether nothing stands behind marked text on its line.</summary>
    private bool EndsLine(InlineMark mark) =>
        context.Source.Content.AsSpan(Math.Min(mark.Source.End, context.Source.Length)).TrimStart(" \t\\") is ['\n' or '\r', ..];

    /// <summary>The kind of the bold line that a paragraph begins with, or null where there is none or it labels something, tells how to or leads elsewhere.</summary>
    private TitleKind? KindOf(ParagraphBlock paragraph)
    {
        if (!MarkedBeginning.IsPossible(paragraph))
        {
            return null;
        }

        var text = context.Inlines.Read(paragraph);
        var mark = text.Marks.FirstOrDefault(static m => m.Kind == InlineMarkKind.Strong && m.Start == 0);
        if (mark.Length < 2 || !(mark.End >= text.Text.TrimEnd().Length || EndsLine(mark)))
        {
            return null;
        }

        var title = text.To(mark.End);
        return string.IsNullOrWhiteSpace(title.Text) || title.Text.TrimEnd()[^1] is ':' or '\uFF1A' ? null
            : _titles.Read(title) is var kind and not (TitleKind.Label or TitleKind.HowTo or TitleKind.Excluded or TitleKind.Guide or TitleKind.Collection) ? kind : null;
    }
}
