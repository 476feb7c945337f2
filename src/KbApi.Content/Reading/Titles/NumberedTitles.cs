using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Titles;

/// <summary>
/// Tells headings that open with the number of an error each, one after the other: <c>5000 – Unknown error</c>, <c>1001: Invalid token</c>, <c>16600001 Not registered</c>. Steps and
/// years open headings in the same way, so a title above has to speak of errors or events, and numbers that only count, or that only a blank stands behind, need one that collects codes. Statuses that are all of their titles need none.
/// </summary>
internal sealed class NumberedTitles(DocumentContext context)
{
    private const int MinTitles = 2;
    private const int MaxDigits = 8;
    private const int MinDigitsAlone = 3;
    private const int MinDigitsBeforeBlank = 4;
    private const int MinStatuses = 3;
    private const int YearLength = 4;

    private readonly SuccessTexts _successes = new(context.Lexicon);
    private HashSet<int>? _levels;

    /// <summary>The number of each section, in their order, or null where they have none; null altogether where they are not numbered so.</summary>
    public InlineText?[]? NumbersOf(OutlineSection parent)
    {
        var sections = parent.Children;
        if (sections.Count == 0 || !(_levels ??= LevelsWithNumbers()).Contains(sections[0].Level))
        {
            return null;
        }

        var numbers = new InlineText?[sections.Count];
        var found = new HashSet<string>(StringComparer.Ordinal);
        var (counts, isOpen) = (true, false);
        for (var i = 0; i < numbers.Length; i++)
        {
            var length = LengthOfNumber(sections[i].Title.Text);
            if (length == 0)
            {
                continue;
            }

            var number = sections[i].Title.To(length);
            if (!found.Add(number.Text))
            {
                return null;
            }

            counts &= number.Text == found.Count.ToString(CultureInfo.InvariantCulture);
            isOpen |= IsBeforeWord(sections[i].Title.Text.AsSpan(length));
            numbers[i] = number;
        }

        return found.Count * 2 > sections.Count && !found.All(IsYear) && (TitlesAbove.Any(context, parent, title => Speaks(title, counts || isOpen)) || AreStatuses(sections, found)) ? numbers : null;
    }

    /// <summary>Whether what stands behind a number says that all went well: <c>0 – Success</c>.</summary>
    public bool IsSuccess(InlineText title, InlineText number)
    {
        var start = title.Text.Length - title.Text.AsSpan(number.Text.Length).TrimStart(" -\u2013\u2014:\uFF1A").Length;
        return start < title.Text.Length && SuccessTexts.MayBe(number.Text) && _successes.Says(number.Text, title.From(start));
    }

    /// <summary>The levels of headings where several open with a number: one alone may be anything.</summary>
    private HashSet<int> LevelsWithNumbers() =>
        [.. context.Outline.Sections.Where(s => LengthOfNumber(s.Title.Text) > 0).GroupBy(s => s.Level).Where(g => g.Count() >= MinTitles).Select(g => g.Key)];

    private static int LengthOfNumber(string title)
    {
        var digits = title.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 0 && title.Length is >= MinDigitsAlone and <= MaxDigits)
        {
            return title.Length;
        }

        if (digits is <= 0 or > MaxDigits)
        {
            return 0;
        }

        var rest = title.AsSpan(digits);
        return rest is [' ', '-' or '\u2013' or '\u2014', ' ', _, ..] or [':', ' ', _, ..] or ['\uFF1A', _, ..] or [' ', ':', ' ', _, ..]
            || (digits >= MinDigitsBeforeBlank && IsBeforeWord(rest)) ? digits : 0;
    }

    /// <summary>Whether nothing but a blank sets a number off from the words behind it.</summary>
    private static bool IsBeforeWord(ReadOnlySpan<char> rest) => rest is [' ', var next, ..] && char.IsLetter(next);

    /// <summary>Whether all are numbers that servers answer to what fails, and nothing else is said in the titles.</summary>
    private static bool AreStatuses(List<OutlineSection> sections, HashSet<string> numbers) =>
        numbers.Count >= MinStatuses && sections.Count == numbers.Count && sections.TrueForAll(static s => HttpStatuses.IsErrorNumber(s.Title.Text));

    private static bool IsYear(string number) => number.Length == YearLength && number.AsSpan(0, 2) is "19" or "20";

    private bool Speaks(PhraseKinds title, bool needsCollection) =>
        title.Has(ProblemCue.Collection) || (!needsCollection && (title.Has(ProblemCue.Name) || title.Has(ProblemCue.Guide) || title.Has(context.Lexicon.Event)));
}
