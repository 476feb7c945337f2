using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Titles;

/// <summary>Tells what a title says of the problem that it is about, beyond its kind: a code, a message, what does not work.</summary>
internal sealed class TitleEvidence(DocumentContext context, TopicText text)
{
    private const int MinBlanksInMessage = 2;

    /// <summary>How many words may say of what the problems are.</summary>
    private const int MaxWordsOfSubject = 3;

    private const int MaxFunctionWordLength = 3;

    /// <summary>The longest ending of a plural: <c>error</c>, <c>errores</c>.</summary>
    private const int MaxEndingLength = 2;

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
        TitleKind.Guide or TitleKind.Neutral or TitleKind.Denies or TitleKind.Tells when !topic.HasHeadings && _named.InTitle(topic.Title.Text).Count > 0 => true,
        TitleKind.HowTo or TitleKind.Guide or TitleKind.Neutral or TitleKind.Denies or TitleKind.Tells or TitleKind.Collection =>
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
    public static bool QuotesMessage(Topic topic) => QuotedTexts.In(topic.Title)
        .Any(m => m.AsSpan().Count(' ') >= MinBlanksInMessage && !topic.Title.MarksOf(InlineMarkKind.Strong).Any(bold => bold.Start <= m.Start && m.End <= bold.Start + bold.Length));

    private bool NamesCode(string title) => context.Codes.Scan(title, CodeContext.Prose)
        .Any(m => m.Code.Scheme is not (BuiltInSchemes.Constant or BuiltInSchemes.Number or BuiltInSchemes.Event or BuiltInSchemes.Symbol));

    /// <summary>Whether a title ends in a word for problems and says by a few words before it of what: <c>Schema drift errors</c>; not "Errors", "Common API errors", "Analysis of errors" or "Prevent errors".</summary>
    public bool NamesProblemsOfSomething(Topic topic)
    {
        var title = TitleForm.Plain(topic.Title.Text);
        var (start, length) = context.Lexicon.Problems[ProblemCue.Guide].Find(title);
        if (start < 2 || start + length != title.Length || title[start - 1] != ' ' || !IsPlural(title[start..]))
        {
            return false;
        }

        var before = title[..(start - 1)];
        var first = before.IndexOf(' ') is > 0 and var end ? before[..end] : before;
        return before.Count(' ') < MaxWordsOfSubject && !IsFunctionWord(before[(before.LastIndexOf(' ') + 1)..])
            && !context.Lexicon.IsAction(first) && !OpensCollection(first) && !before.ContainsAny(",:&");
    }

    /// <summary>Words such as "of" and "for" are short and have no capitals, unlike API and DNS.</summary>
    private static bool IsFunctionWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLower(c))
            {
                return false;
            }
        }

        return word.Length <= MaxFunctionWordLength;
    }

    /// <summary>Whether a word is one that names of collections begin with: "common", "known".</summary>
    private bool OpensCollection(ReadOnlySpan<char> word)
    {
        foreach (var phrase in context.Lexicon.Problems[ProblemCue.Collection].Phrases)
        {
            if (phrase.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase) && (phrase.Length == word.Length || phrase[word.Length] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is one for a problem, or such a word and an ending.</summary>
    private bool IsPlural(ReadOnlySpan<char> word)
    {
        foreach (var name in context.Lexicon.Problems[ProblemCue.Name].Phrases)
        {
            if (word.StartsWith(name, StringComparison.OrdinalIgnoreCase) && word.Length - name.Length <= MaxEndingLength)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a title has a word for a problem, or says what does not work.</summary>
    public bool SaysProblem(Topic topic) => topic.Title.KindsIn(context.Lexicon).SaysProblem;
}
