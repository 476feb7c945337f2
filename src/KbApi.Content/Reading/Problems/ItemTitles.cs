using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Steps;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>What an item of a list is about.</summary>
/// <param name="Text">The beginning of the item: a code, what is bold, or its first sentence.</param>
/// <param name="IsCode">Whether it is a code.</param>
/// <param name="IsName">Whether it only names something: others of the list have to state problems.</param>
internal readonly record struct ItemTitle(InlineText Text, bool IsCode = false, bool IsName = false);

/// <summary>Finds what the items of a list are about, where that is a problem.</summary>
internal sealed class ItemTitles(DocumentContext context)
{
    private const int MaxTitleLength = 300;
    private const int MaxDenialLength = 200;
    private const int MinAnswerLength = 10;
    private const int MaxCodeHead = 60;
    private const int MinDigits = 3;

    private readonly TitleReader _titles = new(context);
    private readonly InstructionDetector _instructions = new(context.Lexicon);
    private readonly LabelReader _labels = new(context.Lexicon);

    /// <summary>The title of an item, or null where it is no problem.</summary>
    /// <param name="item">The item.</param>
    /// <param name="text">Its own text.</param>
    /// <param name="isCollection">Whether a title above collects problems.</param>
    /// <param name="isAmong">Whether it stands in a text for people with problems.</param>
    public ItemTitle? Find(ListItemBlock item, InlineText text, bool isCollection, bool isAmong) =>
        ProblemOf(item, text, isCollection, isAmong) ?? (isAmong && NameOf(text) is { } name ? new ItemTitle(name, IsCode: false, IsName: true) : null);

    private ItemTitle? ProblemOf(ListItemBlock item, InlineText text, bool isCollection, bool isAmong)
    {
        // What only leads to a section of the document is told there.
        if (text.IsEmpty || LadderReader.AnchorOfLink(text) is not null)
        {
            return null;
        }

        var mark = text.Marks.FirstOrDefault(m => m.Start == 0 && m.Kind is InlineMarkKind.Strong or InlineMarkKind.Code && m.Length > 1);
        if (mark.Length > 0 && isCollection && !IsSetOff(text.Text, mark) && Message(text, mark) is { } message)
        {
            return new ItemTitle(message);
        }

        if (mark.Length > 0 && IsSetOff(text.Text, mark))
        {
            var head = Head(text, mark);
            var kind = isAmong && IsCode(head.Text) ? TitleKind.Code : _titles.Read(head);
            if (kind is TitleKind.Code or TitleKind.Symbol || (isAmong && kind is TitleKind.States or TitleKind.Names or TitleKind.Denies) || (isCollection && kind == TitleKind.Message && text.Text.Length > mark.End + MinAnswerLength))
            {
                return new ItemTitle(head, kind is TitleKind.Code || (kind == TitleKind.Symbol && !isAmong));
            }

            if (kind is not (TitleKind.Neutral or TitleKind.Denies or TitleKind.Tells) || !isCollection)
            {
                return null;
            }
        }

        if (LeadingCode(text) is { } code)
        {
            return new ItemTitle(code, IsCode: true);
        }

        if (isAmong && CodedSentence(text) is { } coded)
        {
            return new ItemTitle(coded);
        }

        return isCollection || (isAmong && text.KindsIn(context.Lexicon) is var kinds && (kinds.Has(ProblemCue.Failure) || kinds.Has(ProblemCue.Evidence))) ? Statement(item, text, isAnswered: !isCollection) : null;
    }

    private static InlineText Head(InlineText text, InlineMark mark) => text.To(text.Text.AsSpan(0, mark.End).TrimEnd(" :\uFF1A").Length);

    /// <summary>What is bold at the beginning of a sentence where it is a message, in quotes or set as code: <c>- **"Valve open"** from the pump means …</c>.</summary>
    private InlineText? Message(InlineText text, InlineMark mark)
    {
        var head = Head(text, mark);
        return !head.IsEmpty && TitleForm.IsMessage(head, head.Text.AsSpan().Trim()) && !char.IsAsciiLetterLower(head.Text[0])
            && _titles.Read(head) is TitleKind.Message or TitleKind.States or TitleKind.Names or TitleKind.Code ? head : null;
    }

    /// <summary>Whether the head of an item is a code where codes are expected, and nothing else: <c>R4001</c>.</summary>
    public bool IsCode(string head) =>
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
    private ItemTitle? Statement(ListItemBlock item, InlineText text, bool isAnswered)
    {
        var first = SentenceSplitter.First(TextRange.All(text), context.Lexicon);
        var sentence = first.AsSpan();
        var kinds = context.Lexicon.Problems.KindsIn(sentence);
        isAnswered |= !kinds.Has(ProblemCue.Failure) && !kinds.Has(ProblemCue.Negation);
        var states = first.Length <= MaxTitleLength
            && (SaysProblem(kinds) || (!isAnswered && kinds.Has(ProblemCue.Negation) && Denies(text, first)))
            && (!context.Lexicon.Problems.Begins(ProblemCue.HowTo, sentence) || (!isAnswered && context.Lexicon.Problems.Begins(ProblemCue.Case, sentence) && QuotedTexts.In(text.To(first.End)).Any()))
            && !context.Lexicon.Problems.Begins(ProblemCue.Reference, sentence)
            && (StartsWithCode(text) || !_instructions.IsInstruction(sentence))
            && _labels.FindIntroduced(sentence) is null
            && (!isAnswered || (!context.Lexicon.Problems.Begins(ProblemCue.Case, sentence) && IsAnswered(item, text.From(first.End))));
        return states ? new ItemTitle(text.To(first.End)) : null;
    }

    /// <summary>The first sentence of an item that stands among problems, and null where it tells what to do or announces what follows.</summary>
    public ItemTitle? SentenceOf(InlineText text)
    {
        var first = SentenceSplitter.First(TextRange.All(text), context.Lexicon);
        var sentence = first.AsSpan();
        return !first.IsEmpty && first.Length <= MaxTitleLength && !EndsInColon(sentence) && text.Marks is not [{ Start: 0, Kind: InlineMarkKind.Code or InlineMarkKind.Link }, ..] && LadderReader.AnchorOfLink(text) is null
            && !_instructions.IsInstruction(sentence) && !context.Lexicon.Problems.Begins(ProblemCue.Case, sentence) && !context.Lexicon.Problems.Begins(ProblemCue.Reference, sentence)
            ? new ItemTitle(text.To(first.End)) : null;
    }

    /// <summary>Whether a command or another name opens it, which is no verb: <c>`ping` does not work</c>.</summary>
    private static bool StartsWithCode(InlineText text) => text.Marks is [{ Start: 0, Kind: InlineMarkKind.Code }, ..];

    /// <summary>Whether a sentence with a negation says by itself what there is not. A long one, or one with a link, is about more than that.</summary>
    private static bool Denies(InlineText text, TextRange sentence) =>
        sentence.Length <= MaxDenialLength && !EndsInColon(sentence.AsSpan()) && text.To(sentence.End).FirstMark(InlineMarkKind.Link) is null;

    private static bool EndsInColon(ReadOnlySpan<char> sentence) => sentence[^1] is ':' or '\uFF1A';

    /// <summary>Whether a sentence says what does not work, or which error somebody gets: <c>You get duplicate symbol errors</c>.</summary>
    private static bool SaysProblem(PhraseKinds sentence) =>
        sentence.Has(ProblemCue.Failure) || (sentence.Has(ProblemCue.Evidence) && sentence.Has(ProblemCue.Name));

    /// <summary>Whether what follows the statement, in the item or in lists below it, tells what to do.</summary>
    private bool IsAnswered(ListItemBlock item, InlineText rest) =>
        (!rest.IsEmpty && _instructions.HasAny(TextRange.All(rest))) || item.OfType<ListBlock>().Any(l => _instructions.HasAny(TextRange.All(context.Inlines.Read(l))));

    private static bool IsSetOff(string text, InlineMark mark) =>
        mark.End >= text.Length || text[mark.End - 1] is ':' or '.' or '\uFF1A'
        || text.AsSpan(mark.End).TrimStart(' ') is [':' or '\uFF1A' or '\n' or '-' or '\u2013' or '\u2014', ..];

    /// <summary>The name in bold that opens an item and that what to do stands behind: <c>- **Empty table**: check that …</c>.</summary>
    private InlineText? NameOf(InlineText text)
    {
        var mark = text.Marks.FirstOrDefault(m => m.Start == 0 && m.Kind == InlineMarkKind.Strong && m.Length > 1);
        if (mark.Length == 0 || !IsSetOff(text.Text, mark))
        {
            return null;
        }

        var head = Head(text, mark);
        return head.Text.Contains(' ', StringComparison.Ordinal) && _titles.Read(head) is TitleKind.Neutral or TitleKind.Tells && text.From(mark.End) is { IsEmpty: false } rest && _instructions.HasAny(TextRange.All(rest)) ? head : null;
    }
}
