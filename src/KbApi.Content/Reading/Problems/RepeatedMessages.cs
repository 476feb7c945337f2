using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Steps;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Syntax.Dialects;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>
/// Tells what a document repeats, because a program says it, from what it says itself: a reference of codes puts the message right below each code,
/// as a quotation or on a line of its own.
/// </summary>
internal sealed class RepeatedMessages(DocumentContext context)
{
    private const int MaxLength = 400;

    private readonly InstructionDetector _instructions = new(context.Lexicon);

    /// <summary>Whether the first block below a title is the message of the code that the title is.</summary>
    public bool IsOfCode(Topic topic, Block block, InlineText text) =>
        topic.Kind == TitleKind.Code && text.Text.Length is > 0 and <= MaxLength && !text.Text.Contains('\n') && HasNoMarksOfProse(text) && block switch
        {
            AlertBlock => false,
            QuoteBlock => !EndsAsSentence(text.Text) || SaysWhatIsWrong(text),
            ParagraphBlock => IsFollowed(topic) && IsAsPrograms(text.Text) && !_instructions.IsInstruction(text.Text),
            _ => false,
        };

    /// <summary>The role of a paragraph below a label for messages: a symptom where it tells in which case the message is shown, or quotes it.</summary>
    public ColumnRole RoleOf(ColumnRole role, InlineText text) =>
        role == ColumnRole.Message && (text.Text.Length is 0 or > MaxLength || text.Text[^1] is ':' or '\uFF1A' || !HasNoMarksOfProse(text) || QuotedTexts.In(text).Count > 0
            || text.KindsIn(context.Lexicon).Has(ProblemCue.Evidence)) ? ColumnRole.Symptom : role;

    /// <summary>Whether something is said about the line.</summary>
    private static bool IsFollowed(Topic topic) => topic.Blocks.Count > 1 || topic.Children.Count > 0;

    private static bool HasNoMarksOfProse(InlineText text)
    {
        foreach (ref readonly var mark in text.Marks.AsSpan())
        {
            if (mark.Kind is InlineMarkKind.Link or InlineMarkKind.Image or InlineMarkKind.Alert || (mark.Kind == InlineMarkKind.Strong && mark.Start == 0))
            {
                return false;
            }
        }

        return true;
    }

    private bool SaysWhatIsWrong(InlineText text)
    {
        var kinds = text.KindsIn(context.Lexicon);
        return kinds.SaysProblem || kinds.Has(ProblemCue.Negation) || kinds.Has(ProblemCue.Lack);
    }

    /// <summary>Whether a line is written as programs write: it ends as no sentence and begins small, or names in quotes what varies.</summary>
    private static bool IsAsPrograms(ReadOnlySpan<char> line) =>
        line.Contains(' ') && !EndsAsSentence(line) && (char.IsLower(line[0]) || line[0] is '\'' or '"' || HasQuotedName(line));

    private static bool EndsAsSentence(ReadOnlySpan<char> text) => text[^1] is '.' or ':' or '!' or '?' or '\u3002' or '\uFF1A' or '\uFF01' or '\uFF1F';

    /// <summary>Whether something stands in single quotes: an apostrophe stands inside a word or behind it, without another before one.</summary>
    private static bool HasQuotedName(ReadOnlySpan<char> line)
    {
        var opening = line.IndexOf(" '");
        return opening >= 0 && line[(opening + 2)..].Contains('\'');
    }
}
