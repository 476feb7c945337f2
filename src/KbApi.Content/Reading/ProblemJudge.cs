using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>How sure it is that a topic is about one problem.</summary>
internal enum ProblemCertainty
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>It stands among problems and its text speaks of one.</summary>
    Likely,

    /// <summary>Its title states a problem and its text goes on about it.</summary>
    Stated,

    /// <summary>Its title is a code, or causes and resolutions are labelled below it.</summary>
    Certain,
}

/// <summary>Decides whether a topic is about one problem, by its title, the labels below it, and what its first sentences say.</summary>
internal sealed class ProblemJudge(DocumentContext context, LabelledContent content)
{
    /// <summary>How many blocks of a text show what it is about.</summary>
    private const int MaxBlocks = 12;

    private const int MaxOpening = 500;
    private const int MinBlanksInMessage = 2;

    private readonly InstructionDetector _instructions = new(context.Lexicon);
    private readonly NamedCodes _named = new(context);
    private readonly FailureExample _examples = new(context);
    private readonly LabelReader _labels = new(context.Lexicon);

    public ProblemCertainty Judge(Topic topic)
    {
        if (topic.Title.IsEmpty || topic.Kind == TitleKind.Label || (topic.Kind == TitleKind.Excluded && topic.Shape != EntryShape.Document) || !topic.HasContent)
        {
            return ProblemCertainty.None;
        }

        var roles = content.RolesIn(topic);
        var isSolved = roles.Contains(ColumnRole.Resolution);
        if (topic.Kind == TitleKind.Code || (isSolved && (roles.Contains(ColumnRole.Symptom) || roles.Contains(ColumnRole.Cause) || roles.Contains(ColumnRole.Message))))
        {
            return ProblemCertainty.Certain;
        }

        if (roles.Contains(ColumnRole.Symptom) && roles.Contains(ColumnRole.Cause))
        {
            return ProblemCertainty.Certain;
        }

        var isLabelled = isSolved || roles.Contains(ColumnRole.Symptom) || roles.Contains(ColumnRole.Cause);
        if (topic.Shape == EntryShape.Document && !isLabelled && _labels.Find(TitleReader.Plain(topic.Title.Text)) is not null)
        {
            return ProblemCertainty.None;
        }

        if (topic.Shape == EntryShape.Document && TitleAloneSays(topic, isSolved))
        {
            return ProblemCertainty.Stated;
        }

        return topic.Kind switch
        {
            TitleKind.States when isLabelled || topic.IsInGuide || topic.Blocks is [CodeBlock, ..] || SpeaksOfProblem(topic) || Instructs(topic) || Links(topic) => ProblemCertainty.Stated,
            TitleKind.Names when isLabelled || (SpeaksOfProblem(topic) && (topic.IsInGuide || (!topic.IsInExcluded && Instructs(topic)))) => ProblemCertainty.Stated,
            TitleKind.Symbol when MayBeError(topic, isSolved) && (isLabelled || SpeaksOfProblem(topic) || (topic.IsInCollection && ErrorNames.Says(topic.Title.Text))) => ProblemCertainty.Certain,
            TitleKind.Asks when topic.IsInGuide && (isLabelled || SpeaksOfProblem(topic) || Instructs(topic)) => ProblemCertainty.Stated,
            TitleKind.HowTo when topic.IsInGuide && topic.Shape == EntryShape.Heading && QuotesInTitle(topic) && SaysProblem(topic) && Instructs(topic) => ProblemCertainty.Stated,
            TitleKind.Message when topic.IsInGuide && SpeaksOfProblem(topic) => ProblemCertainty.Stated,
            TitleKind.Collection or TitleKind.Guide when topic.Shape == EntryShape.Document && !HasHeadings(topic) && BlocksOf(topic).Skip(1).Any() && ((OpensWithProblem(topic) && !OpensWithAdvice(topic)) || TellsMessage(topic)) && Instructs(topic) => ProblemCertainty.Likely,
            TitleKind.Guide when topic.Shape == EntryShape.Heading && topic.IsInGuide && !HasHeadings(topic) && OpensWithCase(topic) && Instructs(topic) => ProblemCertainty.Likely,
            TitleKind.Neutral when isSolved && topic.IsInGuide && topic.Shape == EntryShape.Heading && content.IsAnswered(topic) => ProblemCertainty.Stated,
            TitleKind.Neutral when topic.Shape == EntryShape.Heading && IsShownAsProblem(topic) => ProblemCertainty.Stated,
            TitleKind.Neutral when topic.IsInGuide && topic.Shape == EntryShape.Heading && Word.IsSymbol(topic.Title.Text.AsSpan().Trim()) && OpensWithFailure(topic) => ProblemCertainty.Likely,
            TitleKind.Neutral when topic.IsInCollection && topic.Shape == EntryShape.Heading && OpensWithProblem(topic) => ProblemCertainty.Likely,
            _ => ProblemCertainty.None,
        };
    }

    /// <summary>
    /// Whether a document's title is enough: short documents state the problem there and go straight to what to do. A code in it
    /// makes it one even where it begins as instructions do.
    /// </summary>
    private bool TitleAloneSays(Topic topic, bool isSolved) => topic.Kind switch
    {
        not TitleKind.States when ProgramNames.IsAll(topic.Title.Text) => false,
        TitleKind.States => true,
        TitleKind.Names or TitleKind.Message => SpeaksOfProblem(topic) || (Instructs(topic) && !HasHeadings(topic)),
        TitleKind.Guide or TitleKind.Neutral when !HasHeadings(topic) && _named.InTitle(topic.Title.Text).Count > 0 => true,
        TitleKind.HowTo or TitleKind.Guide or TitleKind.Neutral or TitleKind.Collection =>
            (NamesCode(topic.Title.Text) || QuotesInTitle(topic) || (topic.Kind == TitleKind.HowTo && Tells(topic, isSolved))
                || (topic.Kind != TitleKind.Collection && !HasHeadings(topic) && QuotesMessage(topic))) && (SpeaksOfProblem(topic) || Instructs(topic)),
        _ => false,
    };

    /// <summary>Whether a title that tells how to do something says what does not work: <c>Fix a flow that fails</c>, or <c>Resolve an offset error</c> above a resolution.</summary>
    private bool Tells(Topic topic, bool isSolved)
    {
        var cues = topic.Title.KindsIn(context.Lexicon);
        return cues.Has(ProblemCue.Failure) ? isSolved || !HasHeadings(topic) : cues.Has(ProblemCue.Name) && isSolved && SpeaksOfProblem(topic);
    }

    private bool SaysProblem(Topic topic) => topic.Title.KindsIn(context.Lexicon) is var cues && (cues.Has(ProblemCue.Failure) || cues.Has(ProblemCue.Name));

    /// <summary>Whether a title quotes a message; what is bold in it is often all of it.</summary>
    private static bool QuotesInTitle(Topic topic) => MessageReader.Quoted(topic.Title)
        .Any(m => m.AsSpan().Count(' ') >= MinBlanksInMessage && !topic.Title.MarksOf(InlineMarkKind.Strong).Any(bold => bold.Start <= m.Start && m.End <= bold.Start + bold.Length));

    /// <summary>Constants name commands and structures as often as errors: the name has to say which, or its place or a resolution does.</summary>
    private static bool MayBeError(Topic topic, bool isSolved) =>
        isSolved || topic.IsBelowProblem || ErrorNames.Says(topic.Title.Text);

    private static bool HasHeadings(Topic topic) => topic.Children.Exists(c => c.Shape == EntryShape.Heading);

    /// <summary>Whether the first paragraph tells which message the reader gets.</summary>
    private bool QuotesMessage(Topic topic)
    {
        if (BlocksOf(topic).FirstOrDefault() is not ParagraphBlock first)
        {
            return false;
        }

        var text = context.Inlines.Read(first);
        return CuesOf(text).Has(ProblemCue.Evidence) && MessageReader.Quoted(text).Any();
    }

    /// <summary>Whether one of the first paragraphs tells which line of a log stands for the problem: <c>messages such as `timed out after 10s`</c>.</summary>
    private bool TellsMessage(Topic topic) => topic.Kind == TitleKind.Guide && BlocksOf(topic).Take(2).Any(b =>
        b is ParagraphBlock && context.Inlines.Read(b) is var text && CuesOf(text).Has(ProblemCue.Failure)
        && text.MarksOf(InlineMarkKind.Code).Any(m => text.Text.AsSpan(m.Start, m.Length).Count(' ') >= MinBlanksInMessage));

    /// <summary>Whether the text below a title that could be any treats it as a problem: it labels one, shows its failure, or begins with "this error".</summary>
    private bool IsShownAsProblem(Topic topic) =>
        content.HasLeadIn(topic, LabelRole.Symptom)
        || (topic.IsInGuide && (ShowsFailure(topic) || Echoes(topic)
            || (Opening(topic).Take(1).Any(text => context.Lexicon.Problems.Begins(ProblemCue.Evidence, text.Text)) && Instructs(topic))));

    /// <summary>Whether a block of code right below a title repeats it, as the output of checks does.</summary>
    private static bool Echoes(Topic topic) =>
        topic.Blocks is [CodeBlock { Lines.Count: > 0 } code, ..]
        && code.Lines.Lines[0].Slice.AsSpan().Trim() is [var sign, ' ', .. var line] && !char.IsLetterOrDigit(sign) && sign is not ('$' or '#' or '>')
        && TitleReader.Plain(topic.Title.Text).EndsWith(line.Trim(), StringComparison.Ordinal);

    /// <summary>Whether a block of code shows what the failure looks like.</summary>
    private bool ShowsFailure(Topic topic)
    {
        for (var i = 1; i < Math.Min(topic.Blocks.Count, MaxBlocks); i++)
        {
            if (_examples.IsShownByLine(topic.Blocks[i - 1], topic.Blocks[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool NamesCode(string title) => context.Codes.Scan(title, CodeContext.Prose)
        .Any(m => m.Code.Scheme is not (BuiltInSchemes.Constant or BuiltInSchemes.Number or BuiltInSchemes.Event or BuiltInSchemes.Symbol));

    /// <summary>Whether the first paragraphs talk about an error.</summary>
    private bool SpeaksOfProblem(Topic topic) =>
        Opening(topic).Any(text => CuesOf(text) is var cues && (cues.Has(ProblemCue.Evidence) || cues.Has(ProblemCue.Failure)));

    /// <summary>Whether the first paragraph states a problem.</summary>
    private bool OpensWithProblem(Topic topic) =>
        Opening(topic).Take(1).Any(text => CuesOf(text) is var cues && (cues.Has(ProblemCue.Failure) || (cues.Has(ProblemCue.Evidence) && cues.Has(ProblemCue.Name))));

    /// <summary>Whether the first paragraph says what does not work.</summary>
    private bool OpensWithFailure(Topic topic) => Opening(topic).Take(1).Any(text => CuesOf(text).Has(ProblemCue.Failure));

    /// <summary>Whether the first paragraph tells what to do about one problem: "If the service does not start, …". "If this does not solve the problem" goes on about any.</summary>
    private bool OpensWithCase(Topic topic)
    {
        if (Opening(topic).FirstOrDefault() is not { } first || !context.Lexicon.Problems.Begins(ProblemCue.Case, first.Text) || context.Lexicon.Problems.Begins(ProblemCue.Reference, first.Text))
        {
            return false;
        }

        var kinds = context.Lexicon.Problems.KindsIn(SentenceSplitter.First(TextRange.All(first), context.Lexicon).AsSpan());
        return kinds.Has(ProblemCue.Failure) && !kinds.Has(ProblemCue.Name);
    }

    /// <summary>Whether the first word says what to do: a guide that begins so is about any problem of its subject.</summary>
    private bool OpensWithAdvice(Topic topic) =>
        Opening(topic).FirstOrDefault() is { } first && first.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
        && !CuesOf(first).Has(ProblemCue.Failure) && context.Lexicon.IsAction(first.Text.AsSpan(0, end));

    private PhraseKinds CuesOf(InlineText text) =>
        text.Text.Length <= MaxOpening ? text.KindsIn(context.Lexicon) : context.Lexicon.Problems.KindsIn(text.Text.AsSpan(0, MaxOpening));

    private IEnumerable<InlineText> Opening(Topic topic)
    {
        if (!topic.Rest.IsEmpty)
        {
            yield return topic.Rest;
        }

        foreach (var block in BlocksOf(topic).Where(b => b is ParagraphBlock or ListBlock).Take(3))
        {
            yield return context.Inlines.Read(block);
        }
    }

    private bool Instructs(Topic topic) =>
        (!topic.Rest.IsEmpty && _instructions.HasAny(TextRange.All(topic.Rest)))
        || BlocksOf(topic).Where(b => b is not (Table or CodeBlock)).Any(b => _instructions.HasAny(TextRange.All(context.Inlines.Read(b))));

    /// <summary>Whether the title has a word for a problem or the text right below it says that something is wrong, and what to do.</summary>
    public bool IsSolved(Topic topic) =>
        (topic.Kind == TitleKind.Names || OpensWithProblem(topic)) && Instructs(topic) && !topic.Title.KindsIn(context.Lexicon).Has(context.Lexicon.HandOver);

    private bool Links(Topic topic) => BlocksOf(topic).Take(1).Any(b => context.Inlines.Read(b).FirstMark(InlineMarkKind.Link) is not null);

    private static IEnumerable<Block> BlocksOf(Topic topic) =>
        topic.Blocks.Concat(topic.Children.Where(c => c.Kind != TitleKind.Excluded).SelectMany(c => c.Blocks)).Take(MaxBlocks);
}
