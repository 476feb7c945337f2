using System.Buffers;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Problems;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Titles;

/// <summary>Tells from a title alone whether it is one of a problem.</summary>
internal sealed class TitleReader(DocumentContext context)
{
    private const int MaxLength = 300;
    private const int MinStatementLength = 4;

    /// <summary>How many words may say what kind of error it is; a longer title is about more than the code.</summary>
    private const int MaxWordsBefore = 2;

    /// <summary>How many words from its beginning a verb in a title may be the name of what fails: "Open fails".</summary>
    private const int MaxSubjectLength = 16;

    /// <summary>How long "the following error messages" is.</summary>
    private const int MaxPointerLength = 28;

    private const string OpeningQuotes = "\u201C\u201E\u00AB\u300C";
    private const string ClosingQuotes = "\u201D\u00BB\u300D";

    private static readonly SearchValues<char> Quotes = SearchValues.Create('"' + OpeningQuotes);

    private readonly Lexicon _lexicon = context.Lexicon;
    private readonly LabelReader _labels = new(context.Lexicon);

    /// <summary>The kind of a document's title. What would label a part of a problem is a word like others there: "Troubleshooting".</summary>
    public TitleKind ReadOfDocument(InlineText title) =>
        Read(title) is var kind and not TitleKind.Label ? kind : KindOfWords(title, TitleForm.Plain(title.Text));

    /// <summary>The kind of a title.</summary>
    public TitleKind Read(InlineText title)
    {
        var text = TitleForm.Plain(title.Text);
        if (text.IsEmpty || text.Length > MaxLength)
        {
            return TitleKind.Excluded;
        }

        if (_labels.Find(text) is not null)
        {
            return TitleKind.Label;
        }

        if (ProgramNames.IsOption(text))
        {
            return TitleKind.Excluded;
        }

        if (ProgramNames.IsMember(text))
        {
            return TitleKind.Neutral;
        }

        if (CodeEnd(text) is > 0 and var codeEnd)
        {
            return text[codeEnd..] is [' ', var next, ..] && char.IsLetter(next) && IsExcluded(text[codeEnd..]) && !Is(ProblemCue.Failure, text[codeEnd..]) ? TitleKind.Excluded : KindOfCode(title, text, codeEnd);
        }

        if (TitleForm.OpensWithException(text) || HttpStatuses.Opens(text))
        {
            return TitleKind.States;
        }

        return _labels.FindIntroduced(text) switch
        {
            LabelRole.Symptom => TitleKind.States,
            LabelRole.Cause or LabelRole.Resolution or LabelRole.Workaround => TitleKind.Label,
            _ => TitleForm.IsMessage(title, text) && !(char.IsAsciiLetterLower(text[0]) && Is(ProblemCue.Guide, text)) ? KindOfMessage(title, text) : KindOfWords(title, text),
        };
    }

    /// <summary>Whether a text is nothing but a code with words for one before it: <c>Exit code 3</c>.</summary>
    public bool IsCode(ReadOnlySpan<char> text) => CodeEnd(text.TrimEnd()) is > 0 and var end && end == text.TrimEnd().Length;

    /// <summary>A name alone may be that of anything; with a word for errors before it, or in the form of a family of codes, it is a code.</summary>
    private TitleKind KindOfCode(InlineText title, ReadOnlySpan<char> text, int codeEnd)
    {
        var name = text[..codeEnd];
        var isName = (Word.IsConstant(name) || Word.IsSymbol(name)) && context.Schemes.OfName(name) is null && !IsNumbered(name, text[codeEnd..]);
        return !isName ? TitleKind.Code
            : text[codeEnd..].Trim(" :-").IsEmpty || text[codeEnd..].TrimStart() is [':' or '-' or '\u2013' or '(', ..]
                ? (TitleForm.IsErrorName(name) ? TitleKind.Symbol : TitleKind.Neutral)
            : KindOfWords(title, text);
    }

    /// <summary>
    /// Whether a name is a prefix and a number, as codes of a product are: <c>SSPR_0029</c>. Constants end in numbers, too (<c>SHA_256</c>), but rarely
    /// in four digits or a leading zero; a shorter number needs words behind it that state a problem.
    /// </summary>
    private bool IsNumbered(ReadOnlySpan<char> name, ReadOnlySpan<char> rest)
    {
        var end = name.LastIndexOf('_');
        var number = name[(end + 1)..];
        if (end < 1 || name[..end].Contains('_') || number.Length < 2 || number.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        return number.Length > 3 || number[0] == '0' || (rest.TrimStart(" :-\u2013") is { IsEmpty: false } words && KindOfWords(title: null, words) == TitleKind.States);
    }

    private TitleKind KindOfMessage(InlineText title, ReadOnlySpan<char> text)
    {
        var kinds = KindsIn(title, text);
        return kinds.Has(ProblemCue.Failure) ? TitleKind.States : kinds.Has(ProblemCue.Name) ? TitleKind.Names : TitleKind.Message;
    }

    /// <param name="title">The title that these are all words of or some, or null.</param>
    /// <param name="text">The words.</param>
    private TitleKind KindOfWords(InlineText? title, ReadOnlySpan<char> text)
    {
        if (TitleForm.IsIdentifier(text) && !EndsAsCompound(text))
        {
            return TitleKind.Neutral;
        }

        var start = _lexicon.Problems.KindsAtStart(text);
        if (start.Has(ProblemCue.Excluded) && !NamesErrorOf(text))
        {
            return TitleKind.Excluded;
        }

        if (start.Has(ProblemCue.Collection))
        {
            return TitleKind.Collection;
        }

        var kinds = KindsIn(title, text);
        var isCollection = kinds.Has(ProblemCue.Collection) && !IsInQuotes(ProblemCue.Collection, text);
        if (start.Has(ProblemCue.Guide))
        {
            return isCollection ? TitleKind.Collection : TitleKind.Guide;
        }

        if (start.Has(ProblemCue.Wonder) && !kinds.Has(ProblemCue.Failure))
        {
            return TitleKind.Asks;
        }

        var lacks = start.Has(ProblemCue.Lack);
        var states = (kinds.Has(ProblemCue.Failure) || lacks) && text.Length >= MinStatementLength;
        if (states && start.Has(ProblemCue.Condition))
        {
            return TitleKind.States;
        }

        var failure = states ? _lexicon.Problems[ProblemCue.Failure].Find(text).Start : int.MaxValue;
        var isSubject = lacks || failure < MaxSubjectLength;
        var tells = (start.Has(ProblemCue.HowTo) || EndsAsHowTo(text)) && !((lacks || failure == 0) && text[^1] is '?' or '\uFF1F');
        if (tells || (BeginsWithAction(text) && !isSubject && !IsAboutNoun(kinds, text)))
        {
            return isCollection ? TitleKind.Collection : TitleKind.HowTo;
        }

        var isReference = text[^1] is ':' or '\uFF1A' || (start.Has(ProblemCue.Reference) && !(states && SaysItself(text)));
        return states && !isReference ? TitleKind.States
            : isCollection ? TitleKind.Collection
            : kinds.Has(ProblemCue.Guide) ? (IsInQuotes(ProblemCue.Guide, text) ? TitleKind.Names : TitleKind.Guide)
            : isReference ? TitleKind.Excluded
            : kinds.Has(ProblemCue.Name) ? (TitleForm.BeginsWithMember(text) ? TitleKind.Neutral : IsAboutErrors(kinds, text) ? TitleKind.Excluded : TitleKind.Names)
            : kinds.Has(ProblemCue.Excluded) && !(title is not null && TitleForm.IsCheck(title.Text)) ? TitleKind.Excluded
            : HttpStatuses.IsNamedIn(text) || HttpStatuses.OpensWithError(text) ? TitleKind.Names
            : kinds.Has(ProblemCue.Negation) && !Forbids(start, text) ? TitleKind.Denies
            : kinds.Has(ProblemCue.Predicate) && !start.Has(ProblemCue.Predicate) ? TitleKind.Tells
            : TitleKind.Neutral;
    }

    /// <summary>Whether a title tells not to do something: a negation opens it, and an instruction follows.</summary>
    private bool Forbids(PhraseKinds start, ReadOnlySpan<char> text) =>
        start.Has(ProblemCue.Negation) && text[_lexicon.Problems[ProblemCue.Negation].LongestAt(text, 0)..].TrimStart() is var rest && BeginsWithAction(rest);

    /// <summary>Whether the word for problems in a title is a part of the name of something else: <c>error handling</c>.</summary>
    private bool IsAboutErrors(PhraseKinds kinds, ReadOnlySpan<char> text) =>
        kinds.Has(ProblemCue.Excluded) && _lexicon.Problems[ProblemCue.Excluded].Find(text) is var about && _lexicon.Problems[ProblemCue.Name].Find(text) is var name
        && about.Start <= name.Start && name.Start < about.Start + about.Length;

    /// <summary>Whether a title that begins as one does that points to what follows says what the problem is: a message, or a sentence about <c>this calendar</c> and not <c>this error</c>.</summary>
    private bool SaysItself(ReadOnlySpan<char> text) =>
        !char.IsLetter(text[0]) || (_lexicon.Problems.KindsIn(text[..Math.Min(text.Length, MaxPointerLength)]) is var cues && !cues.Has(ProblemCue.Name) && !cues.Has(ProblemCue.Guide));

    /// <summary>Whether a phrase belongs to the message that a title quotes.</summary>
    private bool IsInQuotes(ProblemCue cue, ReadOnlySpan<char> text) =>
        text.ContainsAny(Quotes) && text[.._lexicon.Problems[cue].Find(text).Start] is var before && (before.Count('"') % 2 == 1 || before.LastIndexOfAny(OpeningQuotes) > before.LastIndexOfAny(ClosingQuotes));

    /// <summary>Whether the second word of a title is one for problems, those of what the first names: <c>Syntax errors</c>.</summary>
    private bool NamesErrorOf(ReadOnlySpan<char> text) =>
        text.IndexOf(' ') is > 0 and var end && _lexicon.Problems.KindsAtStart(text[(end + 1)..]) is var kinds && (kinds.Has(ProblemCue.Name) || kinds.Has(ProblemCue.Guide));

    /// <summary>Whether a name with hyphens ends in a compound of a word for problems, as German ones do: <c>Office-Aktivierungsfehler</c>.</summary>
    private bool EndsAsCompound(ReadOnlySpan<char> text)
    {
        var last = text[(text.LastIndexOf('-') + 1)..];
        return last.Length < text.Length && Is(ProblemCue.Name, last) && _lexicon.Problems[ProblemCue.Name].Find(last) is var word && (word.Start > 0 || word.Length < last.Length);
    }

    /// <summary>The kinds of phrases that mean the same wherever they stand. Those of a whole title are known to others as well.</summary>
    private PhraseKinds KindsIn(InlineText? title, ReadOnlySpan<char> text) =>
        title?.Text.Length == text.Length ? title.KindsIn(_lexicon) : _lexicon.Problems.KindsIn(text);

    private bool Is(ProblemCue cue, ReadOnlySpan<char> text) => _lexicon.Problems.IsIn(cue, text);

    private bool IsExcluded(ReadOnlySpan<char> text) => Is(ProblemCue.Excluded, text);

    private bool BeginsWithAction(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" :,");
        return end > 0 && _lexicon.IsAction(text[..end]);
    }

    /// <summary>Whether the verb that a title begins with is a noun, which a negation stands behind: <c>Contact not saved</c>.</summary>
    private bool IsAboutNoun(PhraseKinds kinds, ReadOnlySpan<char> text) =>
        kinds.Has(ProblemCue.Negation) && text.IndexOf(' ') is > 0 and var end && _lexicon.IsNoun(text[..end])
        && _lexicon.Problems.KindsAtStart(text[(end + 1)..]).Has(ProblemCue.Negation);

    /// <summary>Where the code ends that a title opens with, or that stands behind words for one: <c>Event ID 31003</c>; 0 where there is none.</summary>
    private int CodeEnd(ReadOnlySpan<char> title)
    {
        if (context.Codes.Scan(title, CodeContext.Name) is not [var first, ..])
        {
            return LeadingStatus(title);
        }

        var before = title[..first.Start].TrimEnd(" :#([\"'\u201C\u201E\u00AB\u300C\u00A0-");
        if (before.IsEmpty)
        {
            return first.End;
        }

        var word = Math.Max(_lexicon.Code.LongestEndingAt(before, before.Length), _lexicon.Event.LongestEndingAt(before, before.Length));
        return word > 0 && before[..^word].Count(' ') <= MaxWordsBefore ? first.End : LeadingStatus(title);
    }

    /// <summary>The length of an HTTP status that a title opens with and that words follow, or 0.</summary>
    private int LeadingStatus(ReadOnlySpan<char> title) =>
        title.Length > 4 && title[0] is '4' or '5' && char.IsAsciiDigit(title[1]) && char.IsAsciiDigit(title[2]) && title[3] is ' ' or ':'
        && (Is(ProblemCue.Name, title) || Is(ProblemCue.Failure, title) || title[3] == ':')
            ? 3
            : 0;

    /// <summary>Whether a title in a script without blanks ends in "how to" or "reason", where its languages put them.</summary>
    private bool EndsAsHowTo(ReadOnlySpan<char> text) =>
        text[^1] > '\u2E80' && _lexicon.Problems[ProblemCue.HowTo].LongestEndingAt(text, text.Length) > 0;
}
