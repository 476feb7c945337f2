using System.Buffers;
using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Steps;

/// <summary>Tells sentences that say what to do from those that only explain.</summary>
internal sealed class InstructionDetector(Lexicon lexicon)
{
    private const int MaxChineseVerb = 4;

    /// <summary>How many more nouns a subject may have: "Update of the database failed" has three.</summary>
    private const int MaxNounsOfSubject = 3;

    private readonly bool _isChinese = lexicon.Language.StartsWith("zh", StringComparison.Ordinal);

    /// <summary>Behind which a clause begins, where imperatives stand.</summary>
    private static readonly SearchValues<char> ClauseStarts = SearchValues.Create(",;:\u2013\u2014(\uFF0C\u3001\uFF1A\uFF1B");

    /// <summary>Where the first instruction of a text begins, or -1 where it only explains.</summary>
    public int FindFirst(TextRange range)
    {
        var hasPhrase = range.Text.KindsIn(lexicon).Has(lexicon.Instruction);
        for (var sentence = SentenceSplitter.First(range, lexicon); !sentence.IsEmpty; sentence = SentenceSplitter.Next(range, sentence.End, lexicon))
        {
            if (HasActionAtClauseStart(sentence.AsSpan()) || (hasPhrase && lexicon.Instruction.IsIn(sentence.AsSpan())))
            {
                return sentence.Start;
            }
        }

        return -1;
    }

    /// <summary>Where the last sentence begins if it announces code by what that is for: <c>To install it:</c>; -1 where it announces something else, such as how to get the problem.</summary>
    public int FindPurpose(TextRange range)
    {
        if (range.IsEmpty || range.AsSpan()[^1] is not (':' or '\uFF1A'))
        {
            return -1;
        }

        var last = SentenceSplitter.First(range, lexicon);
        for (var next = last; !next.IsEmpty; next = SentenceSplitter.Next(range, next.End, lexicon))
        {
            last = next;
        }

        return lexicon.Purpose.Begins(last.AsSpan()) && !lexicon.Problems.IsIn(ProblemCue.Choice, last.AsSpan()) ? last.Start : -1;
    }

    /// <summary>Whether a text tells to do anything. Most instructions begin with their verb, so that is looked at first.</summary>
    public bool HasAny(TextRange range)
    {
        var text = range.AsSpan();
        var length = text.IsEmpty ? 0 : WordLength(text);
        return (length > 0 && lexicon.IsAction(text[..length]) && !IsLabel(text[length..]) && !IsSubject(text, 0, length)) || FindFirst(range) >= 0;
    }

    public bool IsInstruction(ReadOnlySpan<char> sentence) =>
        HasActionAtClauseStart(sentence) || lexicon.Instruction.IsIn(sentence);

    /// <summary>Whether a verb of the lexicon begins the sentence or a clause in it, where imperatives stand.</summary>
    private bool HasActionAtClauseStart(ReadOnlySpan<char> sentence)
    {
        for (var i = 0; i < sentence.Length;)
        {
            var c = sentence[i];
            var goesOn = true;
            if (char.IsLetter(c))
            {
                var length = WordLength(sentence[i..]);
                if ((lexicon.IsAction(sentence.Slice(i, length)) && !IsQuoted(sentence, i, length) && !IsLabel(sentence[(i + length)..]) && !IsSubject(sentence, i, length)) || (_isChinese && BeginsWithAction(sentence.Slice(i, length))))
                {
                    return true;
                }

                // The letter of a list item is no word.
                goesOn = length == 1 && i + 1 < sentence.Length && sentence[i + 1] is '.' or ')';
                i += length;
            }
            else if (char.IsAsciiDigit(c))
            {
                // A list number before the verb does not move it from the start; a count does: "5 försök" are attempts.
                var rest = sentence[i..].TrimStart("0123456789");
                goesOn = rest is ['.' or ')', ..];
                i = sentence.Length - rest.Length;
            }
            else
            {
                // Nor does an opening quote.
                i++;
            }

            if (!goesOn)
            {
                var next = sentence[i..].IndexOfAny(ClauseStarts);
                i = next < 0 ? sentence.Length : i + next + 1;
            }
        }

        return false;
    }

    /// <summary>Whether a word alone stands in single quotes, as a part of a program that a message names: <c>'type' : it cannot be forwarded</c>.</summary>
    private static bool IsQuoted(ReadOnlySpan<char> text, int start, int length) =>
        start > 0 && start + length < text.Length && text[start - 1] is '\'' or '\u2018' && text[start + length] is '\'' or '\u2019';

    /// <summary>Whether a word labels what stands behind it on its line rather than telling to do it: <c>Note: …</c>, <c>Type: documentation</c>.</summary>
    private static bool IsLabel(ReadOnlySpan<char> rest) => rest is [':', ' ', _, ..] or ['\uFF1A', _, ..];

    /// <summary>
    /// Whether a verb that is a noun as well, alone or with other nouns, is what the sentence is about: <c>Request has expired</c>, <c>Type mismatch</c>. Behind an article
    /// or a word such as "that" it is a verb: <c>Check that the pump is on</c>.
    /// </summary>
    private bool IsSubject(ReadOnlySpan<char> text, int start, int length)
    {
        if (!lexicon.IsNoun(text.Slice(start, length)))
        {
            return false;
        }

        var rest = text[(start + length)..];
        for (var words = 0; words <= MaxNounsOfSubject && rest is [' ', ..]; words++)
        {
            rest = rest[1..];
            var next = WordLength(rest);
            if (next == 0 || lexicon.IsDeterminer(rest[..next]))
            {
                return false;
            }

            var kinds = lexicon.Problems.KindsAtStart(rest);
            if (kinds.Has(ProblemCue.Predicate) || (words == 0 && kinds.SaysProblem && rest[next..] is [] or ['.' or ',' or ';' or ':' or ')', ..]))
            {
                return true;
            }

            rest = rest[next..];
        }

        return false;
    }

    /// <summary>Whether a verb opens a run of characters: Chinese writes no blanks between words, and its verbs have one form.</summary>
    private bool BeginsWithAction(ReadOnlySpan<char> run)
    {
        var actions = lexicon.ActionLookup;
        for (var length = Math.Min(MaxChineseVerb, run.Length); length > 0; length--)
        {
            if (actions.Contains(run[..length]))
            {
                return true;
            }
        }

        return false;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || (text[length] == '-' && length + 1 < text.Length && char.IsLetter(text[length + 1]))))
        {
            length++;
        }

        return length > 0 && IsContracted(text[length..]) ? length + 2 : length;
    }

    /// <summary>Whether the end of "don't" stands there.</summary>
    private static bool IsContracted(ReadOnlySpan<char> rest) => rest is ['\'' or '\u2019', 't' or 'T', ..] && (rest.Length == 2 || !char.IsLetter(rest[2]));
}
