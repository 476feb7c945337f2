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

    private readonly TitleReader _titles = new(context);

    /// <summary>The problems right below a topic's title; none where questions and answers do not take turns there.</summary>
    public IReadOnlyList<EntryDraft> Read(Topic topic)
    {
        var starts = new List<int>();
        for (var i = 0; i < topic.Blocks.Count; i++)
        {
            if (topic.Blocks[i] is ParagraphBlock paragraph && MayBegin(paragraph) && IsAnswered(topic.Blocks, i))
            {
                starts.Add(i);
            }
        }

        if (starts.Count < MinQuestions)
        {
            return [];
        }

        var drafts = new List<EntryDraft>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : topic.Blocks.Count;
            if (Draft(topic, topic.Blocks[starts[i]..end]) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        return drafts;
    }

    /// <summary>Whether the first characters may mark a question. True where the parser has taken the lines away already.</summary>
    private static bool MayBegin(ParagraphBlock paragraph) =>
        paragraph.Inline is not null || paragraph.Lines.Count == 0 || MarkerLength(paragraph.Lines.Lines[0].Slice.AsSpan().TrimStart(), 'Q', '\u554F', '\u95EE') > 0;

    private bool IsAnswered(List<Block> blocks, int at)
    {
        var text = context.Inlines.Read(blocks[at]).Text;
        if (MarkerLength(text, 'Q', '\u554F', '\u95EE') == 0)
        {
            return false;
        }

        var line = text.IndexOf('\n', StringComparison.Ordinal);
        var answer = line >= 0 ? text[(line + 1)..] : at + 1 < blocks.Count && blocks[at + 1] is ParagraphBlock next ? context.Inlines.Read(next).Text : "";
        return MarkerLength(answer.AsSpan().TrimStart(), 'A', '\u7B54', '\u7B54') > 0;
    }

    /// <summary>The length of <c>Q:</c>, <c>Q1.</c> and the like at the beginning of a text, with the blanks behind it; 0 where there is none.</summary>
    private static int MarkerLength(ReadOnlySpan<char> text, char letter, char sign, char other)
    {
        if (text.IsEmpty || !(text[0] == letter || text[0] == sign || text[0] == other))
        {
            return 0;
        }

        var rest = text[1..].TrimStart("0123456789");
        return rest is [':' or '.' or ')' or '\uFF1A' or '\u3001' or '\uFF0E', ..] ? text.Length - rest[1..].TrimStart().Length : 0;
    }

    private EntryDraft? Draft(Topic topic, List<Block> blocks)
    {
        var text = context.Inlines.Read(blocks[0]);
        var marker = MarkerLength(text.Text, 'Q', '\u554F', '\u95EE');
        var line = text.Text.IndexOf('\n', StringComparison.Ordinal);
        var end = line < 0 ? text.Text.Length : line;
        if (end <= marker || end - marker > MaxTitleLength)
        {
            return null;
        }

        var question = text.To(end).From(marker);
        if (!IsProblem(question))
        {
            return null;
        }

        var parts = new List<DraftPart> { new(ColumnRole.Symptom, question) };
        if (text.From(end) is { IsEmpty: false } rest)
        {
            parts.Add(new DraftPart(ColumnRole.Description, rest));
        }

        parts.AddRange(blocks.Skip(1).Select(b => new DraftPart(ColumnRole.Description, context.Inlines.Read(b), IsCode: b is CodeBlock)).Where(p => !p.Text.IsEmpty));
        return new EntryDraft
        {
            Shape = EntryShape.Lead,
            Span = context.Trimmed(TextSpan.FromBounds(InlineTextReader.SpanOf(blocks[0]).Start, InlineTextReader.EndOf(blocks[^1]))),
            Section = topic.Section,
            Title = question,
            Parts = [.. parts],
            Source = LogSource.Find(topic.Section, context.Lexicon),
        };
    }

    /// <summary>Whether a question states a problem, asks why something is as it is, or what a message means that it quotes.</summary>
    private bool IsProblem(InlineText question) =>
        _titles.Read(question) is TitleKind.States or TitleKind.Asks or TitleKind.Denies or TitleKind.Code
        || (question.KindsIn(context.Lexicon).SaysProblem && MessageReader.Quoted(question).Count > 0);
}
