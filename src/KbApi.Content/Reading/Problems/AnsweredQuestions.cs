using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>Reads questions in plain paragraphs, each with its answer behind it: <c>Q: Why is the lamp dark?</c>, <c>A: Replace it.</c>. Those about a problem are entries.</summary>
internal sealed class AnsweredQuestions(DocumentContext context)
{
    private const int MinQuestions = 2;
    private const int MaxTitleLength = 300;

    private const string QuestionLetters = "Q\u554F\u95EE";
    private const string AnswerLetters = "A\u7B54";

    private readonly TitleReader _titles = new(context);

    /// <summary>The problems right below a topic's title; none where questions and answers do not take turns there.</summary>
    public IReadOnlyList<EntryDraft> Read(Topic topic)
    {
        var questions = new List<(int At, InlineText Question, InlineText Answer)>();
        for (var i = 0; i < topic.Blocks.Count; i++)
        {
            if (topic.Blocks[i] is ParagraphBlock paragraph && MayBegin(paragraph) && Split(topic.Blocks, i) is { } found)
            {
                questions.Add((i, found.Question, found.Answer));
            }
        }

        if (questions.Count < MinQuestions)
        {
            return [];
        }

        var drafts = new List<EntryDraft>();
        for (var i = 0; i < questions.Count; i++)
        {
            var (at, question, answer) = questions[i];
            if (question.Text.Length <= MaxTitleLength && IsProblem(question))
            {
                drafts.Add(Draft(topic, at, i + 1 < questions.Count ? questions[i + 1].At : topic.Blocks.Count, question, answer));
            }
        }

        return drafts;
    }

    /// <summary>Whether the first characters may mark a question. True where the parser has taken the lines away already.</summary>
    private static bool MayBegin(ParagraphBlock paragraph) =>
        paragraph.Inline is not null || paragraph.Lines.Count == 0 || MarkerLength(paragraph.Lines.Lines[0].Slice.AsSpan().TrimStart(), QuestionLetters) > 0;

    /// <summary>The question of a paragraph and the beginning of its answer, which stands behind a line break or a question mark, or in the next paragraph; null where either is missing.</summary>
    private (InlineText Question, InlineText Answer)? Split(List<Block> blocks, int at)
    {
        var text = context.Inlines.Read(blocks[at]);
        var marker = MarkerLength(text.Text, QuestionLetters);
        if (marker == 0)
        {
            return null;
        }

        var end = text.Text.AsSpan().IndexOfAny('\n', '?', '\uFF1F');
        end = end >= 0 && text.Text[end] != '\n' ? end + 1 : end;
        if (end > marker && Answer(text.From(end)) is { } own)
        {
            return (text.To(end).From(marker), own);
        }

        return at + 1 < blocks.Count && blocks[at + 1] is ParagraphBlock next && Answer(context.Inlines.Read(next)) is { } answer && marker < text.Text.Length
            ? (text.From(marker), answer)
            : null;
    }

    private static InlineText? Answer(InlineText text) => MarkerLength(text.Text, AnswerLetters) is > 0 and var marker ? text.From(marker) : null;

    /// <summary>The length of <c>Q: </c>, <c>Q1. </c> and the like at the beginning of a text, with the blanks behind it; 0 where there is none.</summary>
    private static int MarkerLength(ReadOnlySpan<char> text, string letters)
    {
        var start = text.Length - text.TrimStart().Length;
        if (start == text.Length || !letters.Contains(text[start], StringComparison.Ordinal))
        {
            return 0;
        }

        var rest = text[(start + 1)..].TrimStart("0123456789");
        return rest is [':' or '.' or ')', ' ' or '\n', ..] or ['\uFF1A' or '\u3001' or '\uFF0E', _, ..] or [':' or '.' or ')'] ? text.Length - rest[1..].TrimStart().Length : 0;
    }

    private EntryDraft Draft(Topic topic, int from, int to, InlineText question, InlineText answer)
    {
        var parts = new List<DraftPart> { new(ColumnRole.Symptom, question) };
        if (!answer.IsEmpty)
        {
            parts.Add(new DraftPart(ColumnRole.Description, answer));
        }

        for (var i = from + 1; i < to; i++)
        {
            var text = context.Inlines.Read(topic.Blocks[i]);
            if (!text.IsEmpty && !(i == from + 1 && Answer(text) is not null))
            {
                parts.Add(new DraftPart(ColumnRole.Description, text, IsCode: topic.Blocks[i] is CodeBlock));
            }
        }

        return new EntryDraft
        {
            Shape = EntryShape.Lead,
            Span = context.Trimmed(TextSpan.FromBounds(InlineTextReader.SpanOf(topic.Blocks[from]).Start, InlineTextReader.EndOf(topic.Blocks[to - 1]))),
            Section = topic.Section,
            Title = question,
            Parts = [.. parts],
            Source = LogSource.Find(topic.Section, context.Lexicon),
        };
    }

    /// <summary>Whether a question states a problem, asks why something is as it is, or what a message means that it quotes.</summary>
    private bool IsProblem(InlineText question) =>
        !question.IsEmpty
        && (_titles.Read(question) is TitleKind.States or TitleKind.Asks or TitleKind.Denies or TitleKind.Code
            || (question.KindsIn(context.Lexicon).SaysProblem && QuotedTexts.In(question).Count > 0));
}
