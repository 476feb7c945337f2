using System.Globalization;
using FsCheck;
using KbApi.Search.Tests.Support;

namespace KbApi.Search.Tests.Queries;

/// <summary>Numbers say what they say: whatever digits are typed, no other number is found or proposed for them.</summary>
public sealed class DigitPropertyTests : IClassFixture<DigitPropertyTests.NumberedIndex>
{
    private readonly NumberedIndex _numbers;

    public DigitPropertyTests(NumberedIndex numbers) => _numbers = numbers;

    [SeededProperty(MaxTest = 300)]
    public bool A_number_one_digit_off_finds_nothing(NonNegativeInt entry, Edit edit, NonNegativeInt at, NonNegativeInt digit)
    {
        var typed = Change(NumberedIndex.NumberOf(entry.Get), edit, at.Get, digit.Get);
        var hits = _numbers.Index.Find(typed).Hits;

        return NumberedIndex.IsDocumented(typed) ? hits.Length > 0 : hits.IsEmpty;
    }

    [SeededProperty(MaxTest = 300)]
    public bool A_number_that_is_still_being_typed_finds_no_longer_one(NonNegativeInt entry, PositiveInt length)
    {
        var number = NumberedIndex.NumberOf(entry.Get);
        var typed = number[..Math.Min(length.Get, number.Length - 1)];

        return _numbers.Index.Search(new SearchRequest { Query = typed, Locale = Indexes.English, IsUnfinished = true }).Hits.IsEmpty
            && _numbers.Index.Suggest(typed, Indexes.English).IsEmpty;
    }

    [SeededProperty(MaxTest = 300)]
    public bool Words_beside_a_number_are_corrected_and_the_number_is_not(NonNegativeInt entry, Edit edit, NonNegativeInt at, NonNegativeInt digit)
    {
        var typed = Change(NumberedIndex.NumberOf(entry.Get), edit, at.Get, digit.Get);

        return _numbers.Index.Find($"conection {typed} lst").DidYouMean is var proposed && proposed == $"connection {typed} lst";
    }

    [SeededProperty(MaxTest = 300)]
    public bool No_code_of_a_scheme_is_proposed_for_another(NonNegativeInt entry, Edit edit, NonNegativeInt at, NonNegativeInt digit, bool isSpaced)
    {
        var number = Change(NumberedIndex.NumberOf(entry.Get), edit, at.Get, digit.Get);

        return _numbers.Index.Find((isSpaced ? "err " : "ERR_") + number).DidYouMean is null;
    }

    private static string Change(string number, Edit edit, int at, int digit)
    {
        var place = at % number.Length;
        var typed = ((char)('0' + (digit % 10))).ToString();
        return edit switch
        {
            Edit.Insert => number.Insert(place, typed),
            Edit.Remove => number.Remove(place, 1),
            Edit.Swap when place > 0 => number[..(place - 1)] + number[place] + number[place - 1] + number[(place + 1)..],
            _ => number[..place] + typed + number[(place + 1)..],
        };
    }

    /// <summary>How a number is mistyped.</summary>
    public enum Edit
    {
        Insert,
        Remove,
        Replace,
        Swap,
    }

    /// <summary>Entries with numbers of five and six digits, close to one another.</summary>
    public sealed class NumberedIndex : IDisposable
    {
        private static readonly string[] Numbers =
            [.. Enumerable.Range(0, 60).Select(i => (31000 + (i * 3)).ToString(CultureInfo.InvariantCulture)), .. Enumerable.Range(0, 40).Select(i => (410000 + (i * 7)).ToString(CultureInfo.InvariantCulture))];

        public SearchIndex Index { get; } = Indexes.OfRows("en-US", [.. Numbers.Select(n => $"ERR_{n} and {n} tell that the connection is lost | The cable is loose. | Attach it.")]);

        public static string NumberOf(int entry) => Numbers[entry % Numbers.Length];

        public static bool IsDocumented(string number) => Numbers.Contains(number, StringComparer.Ordinal);

        public void Dispose() => Index.Dispose();
    }
}
