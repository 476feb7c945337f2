using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Steps;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>Reads lists whose items state a problem each: <c>- **E1001**: …</c>, <c>* "message" …</c>, or a sentence that says what does not work.</summary>
internal sealed class ListProblems(DocumentContext context)
{
    private const int MaxTitleLength = 300;
    private const int MinAnswerLength = 10;
    private const int MaxCodeHead = 60;
    private const int MinDigits = 3;

    private readonly TitleReader _titles = new(context);
    private readonly InstructionDetector _instructions = new(context.Lexicon);
    private readonly LabelReader _labels = new(context.Lexicon);

    public IReadOnlyList<EntryDraft> Read(Topic topic)
    {
        var isCollection = topic.IsInCollection || topic.Kind == TitleKind.Collection;
        var isAmong = isCollection || topic.IsInGuide || topic.Kind == TitleKind.Guide || IsGuide(topic);
        var drafts = new List<EntryDraft>();
        Block? before = null;
        foreach (var block in topic.Blocks)
        {
            if (block is ListBlock list && !(before is ParagraphBlock && context.Inlines.Read(before).KindsIn(context.Lexicon).Has(ProblemCue.Choice)))
            {
                drafts.AddRange(ReadList(list, topic, isCollection, isAmong));
            }

            before = block;
        }

        return drafts;
    }

    /// <summary>Whether a title that labels a part of a problem is that of a guide where there is no problem above it: "Troubleshooting" in a text about something else.</summary>
    public bool IsGuide(Topic topic) => topic.Kind == TitleKind.Label && _titles.ReadOfDocument(topic.Title) is TitleKind.Guide or TitleKind.Collection;

    private List<EntryDraft> ReadList(ListBlock list, Topic topic, bool isCollection, bool isAmong)
    {
        if (isAmong && ListReading.Items(list).Count(item => ListReading.IsQuestion(item, context.Inlines)) * 2 > list.Count)
        {
            return ReadQuestions(list, topic);
        }

        var drafts = new List<EntryDraft>();
        var (codes, named) = (0, 0);
        foreach (var item in ListReading.Items(list))
        {
            var text = ListReading.OwnText(item, context.Inlines);
            if (TitleOf(item, text, isCollection, isAmong) is { } title)
            {
                codes += title.IsCode && IsOfError(text, title.Text.Text) ? 1 : 0;
                drafts.Add(Draft(item, topic, title.Text, text));
            }
            else if (isAmong && NameOf(text) is { } name)
            {
                named++;
                drafts.Add(Draft(item, topic, name, text));
            }
        }

        // Where a third of the items are problems, those that only have a name and tell what to do are, too.
        var problems = drafts.Count - named;
        if (problems * 3 < drafts.Count || drafts.Count * 3 < list.Count * 2)
        {
            drafts.RemoveAll(d => named > 0 && _titles.Read(d.Title!) is TitleKind.Neutral or TitleKind.Tells);
            named = 0;
        }

        return drafts.Count * 2 > list.Count && (isAmong || (codes * 2 > list.Count && codes > 1)) ? drafts : [];
    }

    /// <summary>The name in bold that opens an item and that what to do stands behind: <c>- **Empty table**: check that …</c>.</summary>
    private InlineText? NameOf(InlineText text)
    {
        var mark = text.Marks.FirstOrDefault(m => m.Start == 0 && m.Kind == InlineMarkKind.Strong && m.Length > 1);
        if (mark.Length == 0 || !IsSetOff(text.Text, mark))
        {
            return null;
        }

        var head = text.To(text.Text.AsSpan(0, mark.End).TrimEnd(" :\uFF1A").Length);
        return head.Text.Contains(' ', StringComparison.Ordinal) && _titles.Read(head) is TitleKind.Neutral or TitleKind.Tells && text.From(mark.End) is { IsEmpty: false } rest && _instructions.HasAny(TextRange.All(rest)) ? head : null;
    }

    /// <summary>Whether an item that opens with a code is about an error anywhere: constants name everything else as well, and a link to another site leads to a ticket.</summary>
    private bool IsOfError(InlineText item, string title)
    {
        if (context.Codes.Scan(title, CodeContext.Name) is not [var first, ..])
        {
            return true;
        }

        return first.Code.Scheme switch
        {
            BuiltInSchemes.Constant or BuiltInSchemes.Symbol => ErrorNames.IsError(first.Code) || item.KindsIn(context.Lexicon).SaysProblem,
            BuiltInSchemes.Prefixed => item.FirstMark(InlineMarkKind.Link) is not { Start: 0, Target: { } target } || !target.Contains("://", StringComparison.Ordinal),
            _ => true,
        };
    }

    /// <summary>Of a list of questions, those that state a problem. The rest of the item answers.</summary>
    private List<EntryDraft> ReadQuestions(ListBlock list, Topic topic)
    {
        var drafts = new List<EntryDraft>();
        foreach (var item in ListReading.Items(list))
        {
            var question = ListReading.FirstParagraph(item, context.Inlines);
            var text = ListReading.OwnText(item, context.Inlines);
            if (!question.IsEmpty && text.Text.StartsWith(question.Text, StringComparison.Ordinal)
                && context.Lexicon.Problems.IsIn(ProblemCue.Failure, question.Text) && !context.Lexicon.Problems.Begins(ProblemCue.HowTo, question.Text))
            {
                drafts.Add(Draft(item, topic, text.To(question.Text.Length), text));
            }
        }

        return drafts;
    }

    private (InlineText Text, bool IsCode)? TitleOf(ListItemBlock item, InlineText text, bool isCollection, bool isAmong)
    {
        // What only leads to a section of the document is told there.
        if (text.IsEmpty || LadderReader.AnchorOfLink(text) is not null)
        {
            return null;
        }

        var mark = text.Marks.FirstOrDefault(m => m.Start == 0 && m.Kind is InlineMarkKind.Strong or InlineMarkKind.Code && m.Length > 1);
        if (mark.Length > 0 && (IsSetOff(text.Text, mark) || (isCollection && mark.Kind == InlineMarkKind.Strong && text.TextOf(mark).ContainsAny(" "))))
        {
            var head = text.To(text.Text.AsSpan(0, mark.End).TrimEnd(" :\uFF1A").Length);
            var kind = isAmong && IsCodeAlone(head.Text) ? TitleKind.Code : _titles.Read(head);
            if (kind is TitleKind.Code or TitleKind.Symbol || (isAmong && kind is TitleKind.States or TitleKind.Names or TitleKind.Denies) || (isCollection && kind == TitleKind.Message && text.Text.Length > mark.End + MinAnswerLength))
            {
                return (head, kind is TitleKind.Code || (kind == TitleKind.Symbol && !isAmong));
            }

            if (kind is not (TitleKind.Neutral or TitleKind.Denies or TitleKind.Tells) || !isCollection)
            {
                return null;
            }
        }

        if (LeadingCode(text) is { } code)
        {
            return (code, true);
        }

        if (isAmong && CodedSentence(text) is { } coded)
        {
            return (coded, false);
        }

        return isCollection || (isAmong && text.KindsIn(context.Lexicon) is var kinds && (kinds.Has(ProblemCue.Failure) || kinds.Has(ProblemCue.Evidence))) ? Statement(item, text, isAnswered: !isCollection) : null;
    }

    /// <summary>Whether the head of an item is a code where codes are expected, and nothing else: <c>R4001</c>.</summary>
    private bool IsCodeAlone(string head) =>
        head.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ") is { Length: >= MinDigits } digits && digits.Length < head.Length && !digits.ContainsAnyExceptInRange('0', '9')
        && context.Codes.Scan(head, CodeContext.Code) is [{ Start: 0 } code] && code.Length == head.Length;

    /// <summary>A code that opens the item, with or without a word for one before it, and with a colon or dash behind it.</summary>
    private InlineText? LeadingCode(InlineText text)
    {
        var end = text.Text.AsSpan().IndexOfAny(":\u2013\u2014\n");
        end = end < 0 ? text.Text.IndexOf(" - ", StringComparison.Ordinal) : end;
        return end is > 0 and < MaxCodeHead && context.Codes.Scan(text.Text.AsSpan(0, end), CodeContext.Name) is [{ Start: 0 } first, ..] && first.End >= end - 1
            && (first.Code.Scheme != BuiltInSchemes.Symbol || TitleForm.IsErrorName(first.Code.Value))
            ? text.To(end)
            : end is > 0 and < MaxCodeHead && text.Text[end] != '\n' && _titles.Read(text.To(end)) == TitleKind.Code && _titles.IsCode(text.Text.AsSpan(0, end)) ? text.To(end)
            : null;
    }

    /// <summary>The first sentence of an item where it has a code in brackets behind a word for one: <c>The name is taken (code: 51)</c>.</summary>
    private InlineText? CodedSentence(InlineText text)
    {
        var first = SentenceSplitter.First(TextRange.All(text), context.Lexicon);
        var open = first.AsSpan().LastIndexOf('(');
        return open > 0 && first.Length <= MaxTitleLength && context.Lexicon.Problems.KindsIn(first.AsSpan()[..open]).SaysProblem && !_instructions.IsInstruction(first.AsSpan()[..open])
            && context.Codes.Scan(first.AsSpan()[open..], CodeContext.Prose).Count > 0 ? text.To(first.End) : null;
    }

    /// <param name="item">The item.</param>
    /// <param name="text">Its own text.</param>
    /// <param name="isAnswered">Whether it has to say what to do, too: below a title about anything else, items that only say what is wrong are symptoms of one problem.</param>
    private (InlineText, bool)? Statement(ListItemBlock item, InlineText text, bool isAnswered)
    {
        var first = SentenceSplitter.First(TextRange.All(text), context.Lexicon);
        var sentence = first.AsSpan();
        var kinds = context.Lexicon.Problems.KindsIn(sentence);
        isAnswered |= !kinds.Has(ProblemCue.Failure);
        var states = first.Length <= MaxTitleLength
            && SaysProblem(kinds)
            && (!context.Lexicon.Problems.Begins(ProblemCue.HowTo, sentence) || (!isAnswered && context.Lexicon.Problems.Begins(ProblemCue.Case, sentence) && MessageReader.Quoted(text.To(first.End)).Any()))
            && !context.Lexicon.Problems.Begins(ProblemCue.Reference, sentence)
            && !_instructions.IsInstruction(sentence)
            && _labels.FindIntroduced(sentence) is null
            && (!isAnswered || (!context.Lexicon.Problems.Begins(ProblemCue.Case, sentence) && IsAnswered(item, text.From(first.End))));
        return states ? (text.To(first.End), false) : null;
    }

    /// <summary>Whether a sentence says what does not work, or which error somebody gets: <c>You get duplicate symbol errors</c>.</summary>
    private static bool SaysProblem(PhraseKinds sentence) =>
        sentence.Has(ProblemCue.Failure) || (sentence.Has(ProblemCue.Evidence) && sentence.Has(ProblemCue.Name));

    /// <summary>Whether what follows the statement, in the item or in lists below it, tells what to do.</summary>
    private bool IsAnswered(ListItemBlock item, InlineText rest) =>
        (!rest.IsEmpty && _instructions.HasAny(TextRange.All(rest))) || item.Where(b => b is ListBlock or QuoteBlock).Any(b => _instructions.HasAny(TextRange.All(context.Inlines.Read(b))));

    private static bool IsSetOff(string text, InlineMark mark) =>
        mark.End >= text.Length || text[mark.End - 1] is ':' or '.' or '\uFF1A'
        || text.AsSpan(mark.End).TrimStart(' ') is [':' or '\uFF1A' or '\n' or '-' or '\u2013' or '\u2014', ..];

    private EntryDraft Draft(ListItemBlock item, Topic topic, InlineText title, InlineText text)
    {
        var rest = text.From(title.Text.Length);
        var parts = new List<DraftPart> { new(ColumnRole.Symptom, title) };
        if (!rest.IsEmpty)
        {
            parts.Add(new DraftPart(ColumnRole.Description, rest));
        }

        foreach (var below in item.OfType<ListBlock>().Select(context.Inlines.Read).Where(t => !t.IsEmpty))
        {
            parts.Add(new DraftPart(ColumnRole.Description, below));
        }

        return new EntryDraft
        {
            Shape = EntryShape.Lead,
            Span = context.Trimmed(InlineTextReader.SpanOf(item)),
            Section = topic.Section,
            Title = title,
            Number = IsCodeAlone(title.Text) ? title : InlineText.Empty,
            Parts = [.. parts],
            Source = LogSource.Find(topic.Section, context.Lexicon),
        };
    }
}
