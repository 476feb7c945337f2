using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Syntax.Dialects;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>
/// Finds quotations and lists that hold labelled problems: <c>&gt; **Problem:** …</c> and <c>&gt; **Solution:** …</c>, <c>1. **Problem:** …</c>. Writers set
/// them off or count them so; what they quote otherwise is a message or a note, and what they list otherwise says what it is about itself.
/// </summary>
internal sealed class WrappedProblems(DocumentContext context)
{
    private readonly LabelReader _labels = new(context.Lexicon);

    /// <summary>The blocks, with what quotations and lists of problems hold in the place of these.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="title">What is told of the title above them. Below one that states a problem a list is of its causes.</param>
    public List<Block> Unwrap(List<Block> blocks, TitleKind title)
    {
        List<Block>? unwrapped = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if ((blocks[i] is ListBlock && title is TitleKind.States or TitleKind.Code or TitleKind.Message) || !IsWrapper(blocks, i))
            {
                unwrapped?.Add(blocks[i]);
                continue;
            }

            unwrapped ??= blocks[..i];
            if (blocks[i] is ListBlock list)
            {
                unwrapped.AddRange(list.Cast<ListItemBlock>().SelectMany(item => item));
            }
            else
            {
                unwrapped.AddRange((ContainerBlock)blocks[i]);
            }
        }

        return unwrapped ?? blocks;
    }

    private bool IsWrapper(List<Block> blocks, int at) => blocks[at] switch
    {
        AlertBlock => false,
        QuoteBlock quote => NamesProblem(quote) && LabelsIn(quote).Any(IsAnswer),
        ListBlock list => list.All(item => NamesProblem((ListItemBlock)item))
            && (list.Any(item => LabelsIn((ListItemBlock)item).Any(IsAnswer)) || (at + 1 < blocks.Count && blocks[at + 1] is ParagraphBlock next && LabelsIn(next).Any(IsAnswer))),
        _ => false,
    };

    /// <summary>Whether the first paragraph opens with a label for a problem.</summary>
    private bool NamesProblem(ContainerBlock container) =>
        container.FirstOrDefault() is ParagraphBlock first && MarkedBeginning.IsPossible(first) && LabelsIn(first).FirstOrDefault() is LabelRole.Symptom;

    private static bool IsAnswer(LabelRole? label) => label is LabelRole.Cause or LabelRole.Resolution or LabelRole.Workaround;

    private IEnumerable<LabelRole?> LabelsIn(ContainerBlock container) => container.OfType<ParagraphBlock>().SelectMany(LabelsIn);

    /// <summary>What stands in bold in a paragraph that opens with it: its label, or null where it is none.</summary>
    private IEnumerable<LabelRole?> LabelsIn(ParagraphBlock paragraph)
    {
        if (!MarkedBeginning.IsPossible(paragraph))
        {
            return [];
        }

        var text = context.Inlines.Read(paragraph);
        return text.MarksOf(InlineMarkKind.Strong).Select(m => _labels.Find(text.TextOf(m)));
    }
}
