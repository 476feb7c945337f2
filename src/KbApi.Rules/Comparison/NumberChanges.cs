using KbApi.Rules.Syntax;

namespace KbApi.Rules.Comparison;

/// <summary>Compares the numbers of two texts in one language.</summary>
internal static class NumberChanges
{
    /// <summary>
    /// The numbers that only one of the texts has, in pairs in the order of the texts; empty where the other has none to stand for it. Exchanging the
    /// texts exchanges the numbers.
    /// </summary>
    public static List<(string Before, string After)> Between(string before, string after)
    {
        var (left, right) = (Tokens.PlainNumbers(before).ToList(), Tokens.PlainNumbers(after).ToList());
        var (lost, gained) = (Without(left, right), Without(right, left));
        return
        [
            .. Enumerable.Range(0, Math.Max(lost.Count, gained.Count)).Select(i => (lost.ElementAtOrDefault(i) ?? "", gained.ElementAtOrDefault(i) ?? "")),
        ];
    }

    /// <summary>The numbers that others have not as often; of equal ones the last.</summary>
    private static List<string> Without(List<string> numbers, List<string> others)
    {
        var counts = others.CountBy(n => n).ToDictionary(StringComparer.Ordinal);
        var rest = new List<string>();
        foreach (var number in numbers)
        {
            if (counts.GetValueOrDefault(number) is var count and > 0)
            {
                counts[number] = count - 1;
            }
            else
            {
                rest.Add(number);
            }
        }

        return rest;
    }
}
