using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Tells what the text below a title says: that something does not work, what to do, where to go on.</summary>
internal sealed class TopicText(DocumentContext context)
{
    /// <summary>How many blocks of a text show what it is about.</summary>
    private const int MaxBlocks = 12;

    /// <summary>How many paragraphs and lists open it.</summary>
    private const int MaxOpening = 3;

    private const int MaxOpeningLength = 500;
    private const int MinBlanksInMessage = 2;

    private readonly InstructionDetector _instructions = new(context.Lexicon);

    /// <summary>Whether the first paragraphs talk about an error.</summary>
    public bool SpeaksOfProblem(Topic topic) =>
        Opening(topic).Any(text => CuesOf(text) is var cues && (cues.Has(ProblemCue.Evidence) || cues.Has(ProblemCue.Failure)));

    /// <summary>Whether the first paragraph states a problem.</summary>
    public bool OpensWithProblem(Topic topic) =>
        Opening(topic).Take(1).Any(text => CuesOf(text) is var cues && (cues.Has(ProblemCue.Failure) || (cues.Has(ProblemCue.Evidence) && cues.Has(ProblemCue.Name))));

    /// <summary>Whether the first paragraph says what does not work.</summary>
    public bool OpensWithFailure(Topic topic) => Opening(topic).Take(1).Any(text => CuesOf(text).Has(ProblemCue.Failure));

    /// <summary>Whether the first paragraph tells what to do about one problem: "If the service does not start, …". "If this does not solve the problem" goes on about any.</summary>
    public bool OpensWithCase(Topic topic)
    {
        if (Opening(topic).FirstOrDefault() is not { } first || !context.Lexicon.Problems.Begins(ProblemCue.Case, first.Text) || context.Lexicon.Problems.Begins(ProblemCue.Reference, first.Text))
        {
            return false;
        }

        var kinds = context.Lexicon.Problems.KindsIn(SentenceSplitter.First(TextRange.All(first), context.Lexicon).AsSpan());
        return kinds.Has(ProblemCue.Failure) && !kinds.Has(ProblemCue.Name);
    }

    /// <summary>Whether the first word says what to do: a guide that begins so is about any problem of its subject.</summary>
    public bool OpensWithAdvice(Topic topic) =>
        Opening(topic).FirstOrDefault() is { } first && first.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
        && !CuesOf(first).Has(ProblemCue.Failure) && context.Lexicon.IsAction(first.Text.AsSpan(0, end));

    /// <summary>Whether anything in it is an instruction.</summary>
    public bool Instructs(Topic topic) =>
        (!topic.Rest.IsEmpty && _instructions.HasAny(TextRange.All(topic.Rest)))
        || BlocksOf(topic).Where(b => b is not (Table or CodeBlock)).Any(b => _instructions.HasAny(TextRange.All(context.Inlines.Read(b))));

    /// <summary>Whether it begins with a paragraph that leads elsewhere.</summary>
    public bool Links(Topic topic) => BlocksOf(topic).Take(1).Any(b => context.Inlines.Read(b).FirstMark(InlineMarkKind.Link) is not null);

    /// <summary>Whether one of the first paragraphs tells which line of a log stands for the problem: <c>messages such as `timed out after 10s`</c>.</summary>
    public bool TellsMessage(Topic topic) => BlocksOf(topic).Take(2).Any(b =>
        b is ParagraphBlock && context.Inlines.Read(b) is var text && CuesOf(text).Has(ProblemCue.Failure)
        && text.MarksOf(InlineMarkKind.Code).Any(m => text.Text.AsSpan(m.Start, m.Length).Count(' ') >= MinBlanksInMessage));

    /// <summary>Whether the first paragraph tells which message the reader gets.</summary>
    public bool QuotesMessage(Topic topic)
    {
        if (BlocksOf(topic).FirstOrDefault() is not ParagraphBlock first)
        {
            return false;
        }

        var text = context.Inlines.Read(first);
        return CuesOf(text).Has(ProblemCue.Evidence) && MessageReader.Quoted(text).Any();
    }

    /// <summary>Whether there is more than one paragraph, list or other block.</summary>
    public static bool HasSeveralBlocks(Topic topic) => BlocksOf(topic).Skip(1).Any();

    /// <summary>Whether the first paragraph begins as those about an error do that the reader has.</summary>
    public bool BeginsWithEvidence(Topic topic) => Opening(topic).Take(1).Any(text => context.Lexicon.Problems.Begins(ProblemCue.Evidence, text.Text));

    private PhraseKinds CuesOf(InlineText text) =>
        text.Text.Length <= MaxOpeningLength ? text.KindsIn(context.Lexicon) : context.Lexicon.Problems.KindsIn(text.Text.AsSpan(0, MaxOpeningLength));

    private IEnumerable<InlineText> Opening(Topic topic)
    {
        if (!topic.Rest.IsEmpty)
        {
            yield return topic.Rest;
        }

        foreach (var block in BlocksOf(topic).Where(b => b is ParagraphBlock or ListBlock).Take(MaxOpening))
        {
            yield return context.Inlines.Read(block);
        }
    }

    private static IEnumerable<Block> BlocksOf(Topic topic) =>
        topic.Blocks.Concat(topic.Children.Where(c => c.Kind != TitleKind.Excluded).SelectMany(c => c.Blocks)).Take(MaxBlocks);
}
