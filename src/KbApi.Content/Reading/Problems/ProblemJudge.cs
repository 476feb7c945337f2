using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Titles;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

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
internal sealed class ProblemJudge
{
    /// <summary>How many blocks are looked through for an example of the failure.</summary>
    private const int MaxBlocks = 12;

    private readonly Lexicon _lexicon;
    private readonly LabelledContent _content;
    private readonly TopicText _text;
    private readonly TitleEvidence _title;
    private readonly FailureExample _examples;
    private readonly LabelReader _labels;

    /// <param name="context">What is known of the document.</param>
    /// <param name="content">Reads what is labelled in it.</param>
    public ProblemJudge(DocumentContext context, LabelledContent content)
    {
        _lexicon = context.Lexicon;
        _content = content;
        _text = new TopicText(context);
        _title = new TitleEvidence(context, _text);
        _examples = new FailureExample(context);
        _labels = new LabelReader(context.Lexicon);
    }

    public ProblemCertainty Judge(Topic topic)
    {
        if (topic.Title.IsEmpty || topic.Kind == TitleKind.Label || (topic.Kind == TitleKind.Excluded && topic.Shape != EntryShape.Document) || !topic.HasContent)
        {
            return ProblemCertainty.None;
        }

        var roles = _content.RolesIn(topic);
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
        if (topic.Shape == EntryShape.Document && !isLabelled && _labels.Find(TitleForm.Plain(topic.Title.Text)) is not null)
        {
            return ProblemCertainty.None;
        }

        if (topic.Shape == EntryShape.Document && _title.SaysAll(topic, isSolved))
        {
            return ProblemCertainty.Stated;
        }

        if (topic.IsInGuide && topic.Shape == EntryShape.Heading && topic.Blocks is [var first, ..] && _examples.IsReport(first) && topic.Kind is TitleKind.Names or TitleKind.HowTo or TitleKind.Guide or TitleKind.Neutral or TitleKind.Tells)
        {
            return ProblemCertainty.Stated;
        }

        return topic.Kind switch
        {
            TitleKind.States when !isLabelled && !topic.IsBelowProblem && IsRemark(topic) => ProblemCertainty.None,
            TitleKind.States when isLabelled || topic.IsInGuide || topic.Blocks is [CodeBlock, ..] || _text.SpeaksOfProblem(topic) || _text.Instructs(topic) || _text.Links(topic) => ProblemCertainty.Stated,
            TitleKind.Names when isLabelled || (_text.SpeaksOfProblem(topic) && (topic.IsInGuide || (!topic.IsInExcluded && _text.Instructs(topic)))) => ProblemCertainty.Stated,
            TitleKind.Names when topic.IsInGuide && ((topic.Shape == EntryShape.Heading && (_text.Instructs(topic) || _text.Links(topic))) || (!topic.Rest.IsEmpty && _text.Instructs(topic))) => ProblemCertainty.Likely,
            TitleKind.Symbol when MayBeError(topic, isSolved) && (isLabelled || _text.SpeaksOfProblem(topic) || (topic.IsInCollection && ErrorNames.Says(topic.Title.Text))) => ProblemCertainty.Certain,
            TitleKind.Asks when topic.IsInGuide && (isLabelled || _text.SpeaksOfProblem(topic) || _text.Instructs(topic)) => ProblemCertainty.Stated,
            TitleKind.Denies when topic.IsInGuide && (isLabelled || (!TitleForm.IsQuestion(topic.Title.Text) && (topic.Shape == EntryShape.Heading || _text.SpeaksOfProblem(topic) || _text.Instructs(topic)))) => ProblemCertainty.Stated,
            TitleKind.Message when topic.IsInGuide && _text.SpeaksOfProblem(topic) => ProblemCertainty.Stated,
            TitleKind.Tells or TitleKind.Message when Tells(topic) && topic.IsInGuide && topic.Shape == EntryShape.Heading && !topic.HasHeadings && !TitleForm.IsCheck(topic.Title.Text) && !TitleForm.IsQuestion(topic.Title.Text) && (isLabelled || _text.Instructs(topic)) => ProblemCertainty.Likely,
            TitleKind.HowTo when topic.IsInGuide && topic.Shape == EntryShape.Heading && TitleEvidence.QuotesMessage(topic) && _title.SaysProblem(topic) && _text.Instructs(topic) => ProblemCertainty.Stated,
            TitleKind.Collection or TitleKind.Guide when topic.Shape == EntryShape.Document && !topic.HasHeadings && _text.HasSeveralBlocks(topic) && ((_text.OpensWithProblem(topic) && !_text.OpensWithAdvice(topic)) || (topic.Kind == TitleKind.Guide && _text.TellsMessage(topic))) && _text.Instructs(topic) => ProblemCertainty.Likely,
            TitleKind.Guide when topic.Shape == EntryShape.Heading && topic.IsInGuide && !topic.HasHeadings && _text.OpensWithCase(topic) && _text.Instructs(topic) => ProblemCertainty.Likely,
            TitleKind.Guide when topic.Shape == EntryShape.Heading && topic.IsInGuide && !topic.HasHeadings && _title.NamesProblemsOfSomething(topic) && _text.Instructs(topic) => ProblemCertainty.Likely,
            TitleKind.Neutral or TitleKind.Tells or TitleKind.Message or TitleKind.Symbol or TitleKind.Names when topic.IsRepeated && topic.IsInGuide && (_text.Instructs(topic) || _text.SpeaksOfProblem(topic)) => ProblemCertainty.Likely,
            TitleKind.Neutral or TitleKind.Tells or TitleKind.Denies when isSolved && topic.IsInGuide && topic.Shape == EntryShape.Heading && _content.IsAnswered(topic) => ProblemCertainty.Stated,
            TitleKind.Neutral or TitleKind.Tells or TitleKind.Denies when topic.Shape == EntryShape.Heading && IsShownAsProblem(topic) => ProblemCertainty.Stated,
            TitleKind.Neutral or TitleKind.Tells when topic.IsInGuide && topic.Shape == EntryShape.Heading && Word.IsSymbol(topic.Title.Text.AsSpan().Trim()) && _text.OpensWithFailure(topic) => ProblemCertainty.Likely,
            TitleKind.Neutral or TitleKind.Tells or TitleKind.Denies when topic.IsInCollection && topic.Shape == EntryShape.Heading && _text.OpensWithProblem(topic) => ProblemCertainty.Likely,
            _ => ProblemCertainty.None,
        };
    }

    /// <summary>Whether a title is a sentence, or a message that is one.</summary>
    private bool Tells(Topic topic) =>
        topic.Kind == TitleKind.Tells || (topic.Title.KindsIn(_lexicon) is var kinds && (kinds.Has(ProblemCue.Predicate) || kinds.Has(ProblemCue.Negation)));

    /// <summary>Constants name commands and structures as often as errors: the name has to say which, or its place or a resolution does.</summary>
    private static bool MayBeError(Topic topic, bool isSolved) =>
        isSolved || topic.IsBelowProblem || ErrorNames.Says(topic.Title.Text);

    /// <summary>Whether a statement in a text about anything is one that such texts make: that there is none of something (<c>No merges</c>), a scenario, or a bold sentence with its full stop that no talk of a problem follows.</summary>
    private bool IsRemark(Topic topic) =>
        topic.Shape == EntryShape.Lead ? topic.Title.Text.AsSpan().TrimEnd() is [.., '.'] && !_text.SpeaksOfProblem(topic)
            : (_lexicon.Problems.Begins(ProblemCue.Lack, topic.Title.Text) || _labels.FindIntroduced(TitleForm.Plain(topic.Title.Text)) is LabelRole.Symptom)
                && !_title.SaysProblem(topic) && !_text.BeginsWithEvidence(topic);

    /// <summary>Whether the title has a word for a problem or the text right below it says that something is wrong, and what to do.</summary>
    public bool IsSolved(Topic topic) =>
        (topic.Kind == TitleKind.Names || _text.OpensWithProblem(topic)) && _text.Instructs(topic) && !topic.Title.KindsIn(_lexicon).Has(_lexicon.HandOver);

    /// <summary>Whether the text below a title that could be any treats it as a problem: it labels one, shows its failure, or begins with "this error".</summary>
    private bool IsShownAsProblem(Topic topic) =>
        _content.HasLeadIn(topic, LabelRole.Symptom)
        || (topic.IsInGuide && (ShowsFailure(topic) || Echoes(topic)
            || (_text.BeginsWithEvidence(topic) && _text.Instructs(topic))));

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

    /// <summary>Whether a block of code right below a title repeats it, as the output of checks does.</summary>
    private static bool Echoes(Topic topic) =>
        topic.Blocks is [CodeBlock { Lines.Count: > 0 } code, ..]
        && code.Lines.Lines[0].Slice.AsSpan().Trim() is [var sign, ' ', .. var line] && !char.IsLetterOrDigit(sign) && sign is not ('$' or '#' or '>')
        && TitleForm.Plain(topic.Title.Text).EndsWith(line.Trim(), StringComparison.Ordinal);
}
