using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Titles;

/// <summary>Tells what a title says of the problem that it is about, beyond its kind: a code, a message, what does not work.</summary>
internal sealed class TitleEvidence(DocumentContext context, TopicText text)
{
    private const int MinBlanksInMessage = 2;

    private readonly NamedCodes _named = new(context);

    /// <summary>
    /// Whether a document's title is enough: short documents state the problem there and go straight to what to do. A code in it
    /// makes it one even where it begins as instructions do.
    /// </summary>
    public bool SaysAll(Topic topic, bool isSolved) => topic.Kind switch
    {
        not TitleKind.States when ProgramNames.IsAll(topic.Title.Text) => false,
        TitleKind.States => true,
        TitleKind.Names => text.SpeaksOfProblem(topic) || (text.Instructs(topic) && !topic.HasHeadings),
        TitleKind.Message => topic.Title.Text.AsSpan().Count(' ') >= MinBlanksInMessage && (text.OpensWithProblem(topic) || text.BeginsWithEvidence(topic)),
        TitleKind.Guide or TitleKind.Neutral when !topic.HasHeadings && _named.InTitle(topic.Title.Text).Count > 0 => true,
        TitleKind.HowTo or TitleKind.Guide or TitleKind.Neutral or TitleKind.Collection =>
            (NamesCode(topic.Title.Text) || QuotesMessage(topic) || (topic.Kind == TitleKind.HowTo && Tells(topic, isSolved))
                || (topic.Kind != TitleKind.Collection && !topic.HasHeadings && text.QuotesMessage(topic))) && (text.SpeaksOfProblem(topic) || text.Instructs(topic)),
        _ => false,
    };

    /// <summary>Whether a title that tells how to do something says what does not work: <c>Fix a flow that fails</c>, or <c>Resolve an offset error</c> above a resolution.</summary>
    private bool Tells(Topic topic, bool isSolved)
    {
        var cues = topic.Title.KindsIn(context.Lexicon);
        return cues.Has(ProblemCue.Failure) ? isSolved || !topic.HasHeadings : cues.Has(ProblemCue.Name) && isSolved && text.SpeaksOfProblem(topic);
    }

    /// <summary>Whether a title quotes a message; what is bold in it is often all of it.</summary>
    public static bool QuotesMessage(Topic topic) => MessageReader.Quoted(topic.Title)
        .Any(m => m.AsSpan().Count(' ') >= MinBlanksInMessage && !topic.Title.MarksOf(InlineMarkKind.Strong).Any(bold => bold.Start <= m.Start && m.End <= bold.Start + bold.Length));

    private bool NamesCode(string title) => context.Codes.Scan(title, CodeContext.Prose)
        .Any(m => m.Code.Scheme is not (BuiltInSchemes.Constant or BuiltInSchemes.Number or BuiltInSchemes.Event or BuiltInSchemes.Symbol));

    /// <summary>Whether a title has a word for a problem, or says what does not work.</summary>
    public bool SaysProblem(Topic topic) => topic.Title.KindsIn(context.Lexicon).SaysProblem;
}
