using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Problems;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Steps;

/// <summary>Reads lists of what a report to support has to contain: bullets with a bold name each, under words that ask for them.</summary>
internal sealed class ChecklistReader(DocumentContext context)
{
    private const int MinFields = 3;

    private readonly ItemNames _names = new();

    /// <summary>The checklists of a section.</summary>
    public void Read(OutlineSection section, ImmutableArray<Checklist>.Builder checklists)
    {
        for (var i = 0; i < section.Blocks.Count; i++)
        {
            if (section.Blocks[i] is ListBlock { IsOrdered: false, Count: >= MinFields } list && IsIntake(section, i))
            {
                var fields = ListReading.Items(list).Select(ReadField).ToImmutableArray();
                if (fields.Count(f => f.IsNamed) * 2 >= fields.Length)
                {
                    checklists.Add(Create(list, section, [.. fields.Select(f => f.Field)]));
                }
            }
        }
    }

    private bool IsIntake(OutlineSection section, int index) =>
        section.Title.KindsIn(context.Lexicon).Has(context.Lexicon.Intake)
        || (index > 0 && section.Blocks[index - 1] is ParagraphBlock before && context.Inlines.Read(before).KindsIn(context.Lexicon).Has(context.Lexicon.Intake));

    private (IntakeField Field, bool IsNamed) ReadField(ListItemBlock item)
    {
        var text = ListReading.OwnText(item, context.Inlines);
        var all = TextRange.All(text);
        var name = text.Marks.FirstOrDefault(m => m.Kind == InlineMarkKind.Strong && m.Start == all.Start);
        var isNamed = name.Length > 0;
        var afterName = isNamed ? text.Text.AsSpan(name.End).TrimStart(" -\u2013\u2014:") : default;
        var question = afterName.IsEmpty ? all : new TextRange(text, text.Text.Length - afterName.Length, afterName.Length);
        var details = item.OfType<ListBlock>().SelectMany(ListReading.Items).Select(detail => TextRange.All(context.Inlines.Read(detail)).ToProse());
        var field = new IntakeField(
            isNamed ? text.TextOf(name).Trim(" :").ToString() : all.AsSpan().ToString(), question.ToProse(), [.. details], context.Trimmed(InlineTextReader.SpanOf(item)));
        return (field, isNamed);
    }

    private Checklist Create(ListBlock list, OutlineSection section, ImmutableArray<IntakeField> fields)
    {
        var span = ListReading.SpanWithHeading(section, list, context);
        return new Checklist
        {
            Id = context.ItemId(_names.Take(section.Anchor ?? "checklist")),
            ArticleId = context.ArticleId,
            Locale = context.Locale,
            Section = section.Anchor,
            Span = span,
            StartLine = context.LineOf(span.Start),
            EndLine = context.LineOf(span.End - 1),
            Title = section.Title.IsEmpty ? fields[0].Question : TextRange.All(section.Title).ToProse(),
            Introduction = ListReading.Introduction(section, list, context.Inlines),
            Fields = fields,
        };
    }
}
