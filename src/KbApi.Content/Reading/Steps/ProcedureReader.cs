using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Problems;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Steps;

/// <summary>Reads numbered lists whose items say what to do. Numbered causes, alternatives and links are no procedures.</summary>
internal sealed class ProcedureReader(DocumentContext context)
{
    /// <summary>Of as many items, two fifths that say what to do are enough: the others name the place first, and their verb stands where none is looked for.</summary>
    private const int LongList = 5;

    private readonly InstructionDetector _instructions = new(context.Lexicon);
    private readonly LabelReader _labels = new(context.Lexicon);
    private readonly ItemNames _names = new();

    /// <summary>The procedures of a topic and of those below it.</summary>
    public ImmutableArray<Procedure> Read(Topic topic)
    {
        var procedures = ImmutableArray.CreateBuilder<Procedure>(0);
        ReadTo(topic, procedures);
        return procedures.DrainToImmutable();
    }

    private void ReadTo(Topic topic, ImmutableArray<Procedure>.Builder procedures)
    {
        ImmutableArray<Prose>? warnings = null;
        var lists = StepList.FindAll(topic.Blocks, context.Inlines);
        for (var i = 0; i < lists.Count; i++)
        {
            if (IsProcedure(lists[i], topic))
            {
                var isFirst = warnings is null;
                procedures.Add(Create(lists[i], topic, isFirst, warnings ??= WarningsOf(topic)));
            }
        }

        foreach (var child in topic.Children)
        {
            ReadTo(child, procedures);
        }
    }

    private ImmutableArray<Prose> WarningsOf(Topic topic) =>
        [.. topic.Blocks.OfType<QuoteBlock>().Select(q => AlertText.ReadCaution(q, context.Inlines)).OfType<TextRange>().Select(w => w.ToProse())];

    private bool IsProcedure(StepList list, Topic topic)
    {
        if (list.Count < 2 || _labels.Find(TitleForm.Plain(topic.Title.Text)) == LabelRole.Cause)
        {
            return false;
        }

        var before = list.Before is ParagraphBlock ? context.Inlines.Read(list.Before).KindsIn(context.Lexicon)
            : list.Before is null ? topic.Title.KindsIn(context.Lexicon)
            : PhraseKinds.None;
        var saysSteps = before.Has(ProblemCue.Steps);
        if (!saysSteps && before.Has(ProblemCue.Choice))
        {
            return false;
        }

        var instructions = 0;
        var links = 0;
        var cases = 0;
        foreach (var item in list.Items())
        {
            var own = item.Own(context.Inlines);
            links += LadderReader.AnchorOfLink(own) is not null ? 1 : 0;
            if (!saysSteps)
            {
                instructions += _instructions.HasAny(TextRange.All(own)) ? 1 : 0;
                cases += IsCase(own.Text) || item.IsQuestion(context.Inlines) ? 1 : 0;
            }
        }

        return links < list.Count && (saysSteps || (cases < list.Count && (instructions * 2 >= list.Count || (list.Count >= LongList && instructions * 5 >= list.Count * 2))));
    }

    /// <summary>Whether an item tells what to do in one case; others are other cases, not further steps.</summary>
    private bool IsCase(string item) => context.Lexicon.Problems.Begins(ProblemCue.Case, item);

    private Procedure Create(StepList list, Topic topic, bool isFirst, ImmutableArray<Prose> warnings)
    {
        var steps = TextSpan.FromBounds(InlineTextReader.SpanOf(list.First).Start, InlineTextReader.EndOf(list.Last));
        var isTitled = isFirst && topic.Blocks.Contains(list.First) && !topic.Title.IsEmpty && topic.Parent is not null;
        var start = list.Before is ParagraphBlock before && IsLabel(before) ? InlineTextReader.SpanOf(before).Start : isTitled ? topic.Start : steps.Start;
        var span = context.Trimmed(TextSpan.FromBounds(start, steps.End));
        return new Procedure
        {
            Id = context.ItemId(_names.Take(topic.Section.Anchor ?? "procedure")),
            ArticleId = context.ArticleId,
            Locale = context.Locale,
            Section = topic.Section.Anchor,
            Span = span,
            StartLine = context.LineOf(span.Start),
            EndLine = context.LineOf(span.End - 1),
            Title = topic.Title.IsEmpty ? new Prose("", span) : TextRange.All(topic.Title).ToProse(),
            Introduction = isFirst ? ListReading.Introduction(topic.Blocks, list.First, context.Inlines) : IntroductionOf(list),
            Warnings = warnings,
            Steps = StepsOf(list),
        };
    }

    /// <summary>Whether a paragraph is nothing but a label in bold: what it labels begins with it, not with the heading above other labels.</summary>
    private bool IsLabel(ParagraphBlock paragraph) =>
        MarkedBeginning.IsPossible(paragraph) && context.Inlines.Read(paragraph) is var text && text.FirstMark(InlineMarkKind.Strong) is { Start: 0 } mark
        && text.Text.AsSpan(mark.End).Trim(" :\uFF1A").IsEmpty && _labels.Find(text.TextOf(mark)) is not null;

    private ImmutableArray<ProcedureStep> StepsOf(StepList list)
    {
        var steps = ImmutableArray.CreateBuilder<ProcedureStep>(list.Count);
        foreach (var item in list.Items())
        {
            steps.Add(item.ToStep(context.Inlines));
        }

        return steps.DrainToImmutable();
    }

    /// <summary>The paragraph right before a list; what stands further above belongs to the lists before it.</summary>
    private Prose? IntroductionOf(StepList list) =>
        list.Before is ParagraphBlock && TextRange.All(context.Inlines.Read(list.Before)) is { IsEmpty: false } text ? text.ToProse() : null;
}
