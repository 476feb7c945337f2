using System.Globalization;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Reads numbered lists whose items say what to do. Numbered causes, alternatives and links are no procedures.</summary>
internal sealed class ProcedureReader(DocumentContext context)
{
    private readonly InstructionDetector _instructions = new(context.Lexicon);

    public IEnumerable<Procedure> Read(OutlineSection section)
    {
        var number = 0;
        foreach (var list in section.Blocks.OfType<ListBlock>().Where(IsProcedure))
        {
            number++;
            yield return Create(list, section, number);
        }
    }

    private bool IsProcedure(ListBlock list)
    {
        if (!list.IsOrdered || list.Count < 2)
        {
            return false;
        }

        var instructions = 0;
        var links = 0;
        foreach (var item in ListReading.Items(list))
        {
            var text = ListReading.OwnText(item, context.Inlines);
            instructions += _instructions.HasAny(TextRange.All(text)) ? 1 : 0;
            links += LadderReader.AnchorOfLink(text) is not null ? 1 : 0;
        }

        return links < list.Count && instructions * 2 >= list.Count;
    }

    private Procedure Create(ListBlock list, OutlineSection section, int number)
    {
        var span = number == 1 ? ListReading.SpanWithHeading(section, list, context) : context.Trimmed(InlineTextReader.SpanOf(list));
        var name = section.Anchor ?? "procedure";
        return new Procedure
        {
            Id = context.ItemId(number == 1 ? name : name + "-" + number.ToString(CultureInfo.InvariantCulture)),
            ArticleId = context.ArticleId,
            Locale = context.Locale,
            Section = section.Anchor,
            Span = span,
            StartLine = context.LineOf(span.Start),
            EndLine = context.LineOf(span.End - 1),
            Title = section.Title.IsEmpty ? new Prose("", span) : TextRange.All(section.Title).ToProse(),
            Introduction = ListReading.Introduction(section, list, context.Inlines),
            Warnings = [.. section.Blocks.OfType<QuoteBlock>().Select(q => AlertText.ReadCaution(q, context.Inlines)).OfType<TextRange>().Select(w => w.ToProse())],
            Steps = [.. ListReading.Items(list).Select(ReadStep)],
        };
    }

    private ProcedureStep ReadStep(ListItemBlock item)
    {
        var text = context.Inlines.Read(item);
        return new ProcedureStep(
            TextRange.All(text).ToProse(),
            [.. text.MarksOf(InlineMarkKind.Image).Select(m => m.Target).OfType<string>()]);
    }
}
