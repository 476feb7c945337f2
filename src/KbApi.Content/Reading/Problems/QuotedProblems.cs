using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Syntax.Dialects;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>
/// Finds quotations that hold labelled problems: <c>&gt; **Problem:** …</c> and <c>&gt; **Solution:** …</c>. Writers set them off so; what they quote
/// otherwise is a message or a note.
/// </summary>
internal sealed class QuotedProblems(DocumentContext context)
{
    private readonly LabelReader _labels = new(context.Lexicon);

    /// <summary>The blocks, with what quotations of problems hold in the place of those quotations.</summary>
    public List<Block> Unwrap(List<Block> blocks)
    {
        if (!blocks.Exists(block => block is QuoteBlock quote && IsProblem(quote)))
        {
            return blocks;
        }

        var unwrapped = new List<Block>();
        foreach (var block in blocks)
        {
            if (block is QuoteBlock quote && IsProblem(quote))
            {
                unwrapped.AddRange(quote);
            }
            else
            {
                unwrapped.Add(block);
            }
        }

        return unwrapped;
    }

    private bool IsProblem(QuoteBlock quote)
    {
        if (quote is AlertBlock || quote.FirstOrDefault() is not ParagraphBlock first || !MarkedBeginning.IsPossible(first))
        {
            return false;
        }

        var labels = quote.OfType<ParagraphBlock>().Where(MarkedBeginning.IsPossible).Select(context.Inlines.Read).SelectMany(LabelsOf).ToList();
        return labels is [LabelRole.Symptom, ..] && labels.Exists(l => l is LabelRole.Cause or LabelRole.Resolution or LabelRole.Workaround);
    }

    private IEnumerable<LabelRole> LabelsOf(InlineText text) =>
        text.MarksOf(InlineMarkKind.Strong).Select(m => _labels.Find(text.TextOf(m))).OfType<LabelRole>();
}
