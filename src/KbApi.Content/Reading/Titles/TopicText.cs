using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Steps;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Titles;

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

    // The judge asks several questions about one topic.
    private readonly List<Block> _blocks = [];
    private Topic? _topic;

    /// <summary>Whether the first paragraphs talk about an error.</summary>
    public bool SpeaksOfProblem(Topic topic)
    {
        var left = MaxOpening;
        if (!topic.Rest.IsEmpty && SpeaksOfProblem(topic.Rest))
        {
            return true;
        }

        foreach (var block in BlocksOf(topic))
        {
            if (IsOpening(block) && left-- > 0 && SpeaksOfProblem(context.Inlines.Read(block)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the first paragraph states a problem.</summary>
    public bool OpensWithProblem(Topic topic) =>
        Opening(topic) is { } first && CuesOf(first) is var cues && (cues.Has(ProblemCue.Failure) || (cues.Has(ProblemCue.Evidence) && cues.Has(ProblemCue.Name)));

    /// <summary>Whether the first paragraph says what does not work.</summary>
    public bool OpensWithFailure(Topic topic) => Opening(topic) is { } first && CuesOf(first).Has(ProblemCue.Failure);

    /// <summary>Whether the first paragraph tells what to do about one problem: "If the service does not start, …". "If this does not solve the problem" goes on about any.</summary>
    public bool OpensWithCase(Topic topic)
    {
        if (Opening(topic) is not { } first || !context.Lexicon.Problems.Begins(ProblemCue.Case, first.Text) || context.Lexicon.Problems.Begins(ProblemCue.Reference, first.Text))
        {
            return false;
        }

        var kinds = context.Lexicon.Problems.KindsIn(SentenceSplitter.First(TextRange.All(first), context.Lexicon).AsSpan());
        return kinds.Has(ProblemCue.Failure) && !kinds.Has(ProblemCue.Name);
    }

    /// <summary>Whether the first word says what to do: a guide that begins so is about any problem of its subject.</summary>
    public bool OpensWithAdvice(Topic topic) =>
        Opening(topic) is { } first && first.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
        && !CuesOf(first).Has(ProblemCue.Failure) && context.Lexicon.IsAction(first.Text.AsSpan(0, end));

    /// <summary>Whether anything in it is an instruction.</summary>
    public bool Instructs(Topic topic) =>
        (!topic.Rest.IsEmpty && _instructions.HasAny(TextRange.All(topic.Rest)))
        || BlocksOf(topic).Exists(b => b is not (Table or CodeBlock) && _instructions.HasAny(TextRange.All(context.Inlines.Read(b))));

    /// <summary>Whether it begins with a paragraph that leads elsewhere.</summary>
    public bool Links(Topic topic) => BlocksOf(topic) is [var first, ..] && context.Inlines.Read(first).FirstMark(InlineMarkKind.Link) is not null;

    /// <summary>Whether one of the first paragraphs tells which line of a log stands for the problem: <c>messages such as `timed out after 10s`</c>.</summary>
    public bool TellsMessage(Topic topic) => BlocksOf(topic).Take(2).Any(b =>
        b is ParagraphBlock && context.Inlines.Read(b) is var text && CuesOf(text).Has(ProblemCue.Failure)
        && text.MarksOf(InlineMarkKind.Code).Any(m => text.TextOf(m).Count(' ') >= MinBlanksInMessage));

    /// <summary>Whether the first paragraph tells which message the reader gets.</summary>
    public bool QuotesMessage(Topic topic)
    {
        if (BlocksOf(topic) is not [ParagraphBlock first, ..])
        {
            return false;
        }

        var text = context.Inlines.Read(first);
        return CuesOf(text).Has(ProblemCue.Evidence) && QuotedTexts.In(text).Count > 0;
    }

    /// <summary>Whether there is more than one paragraph, list or other block.</summary>
    public bool HasSeveralBlocks(Topic topic) => BlocksOf(topic).Count > 1;

    /// <summary>Whether the first paragraph begins as those about an error do that the reader has.</summary>
    public bool BeginsWithEvidence(Topic topic) => Opening(topic) is { } first && context.Lexicon.Problems.Begins(ProblemCue.Evidence, first.Text);

    private bool SpeaksOfProblem(InlineText text) => CuesOf(text) is var cues && (cues.Has(ProblemCue.Evidence) || cues.Has(ProblemCue.Failure));

    private PhraseKinds CuesOf(InlineText text) =>
        text.Text.Length <= MaxOpeningLength ? text.KindsIn(context.Lexicon) : context.Lexicon.Problems.KindsIn(text.Text.AsSpan(0, MaxOpeningLength));

    private static bool IsOpening(Block block) => block is ParagraphBlock or ListBlock;

    /// <summary>The first paragraph or list, or null where there is none.</summary>
    private InlineText? Opening(Topic topic) =>
        !topic.Rest.IsEmpty ? topic.Rest
        : BlocksOf(topic).Find(IsOpening) is { } first ? context.Inlines.Read(first)
        : null;

    /// <summary>The blocks that show what a topic is about.</summary>
    private List<Block> BlocksOf(Topic topic)
    {
        if (topic == _topic)
        {
            return _blocks;
        }

        _topic = topic;
        _blocks.Clear();
        AddBlocks(topic);
        foreach (var child in topic.Children)
        {
            if (child.Kind != TitleKind.Excluded)
            {
                AddBlocks(child);
            }
        }

        return _blocks;
    }

    private void AddBlocks(Topic topic)
    {
        var count = Math.Min(topic.Blocks.Count, MaxBlocks - _blocks.Count);
        for (var i = 0; i < count; i++)
        {
            _blocks.Add(topic.Blocks[i]);
        }
    }
}
