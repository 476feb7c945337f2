using System.Buffers;
using KbApi.Rules.Classification.Words;
using KbApi.Rules.Languages;

namespace KbApi.Rules.Triage;

/// <summary>
/// Tells from a ticket which measures somebody has tried: a sentence that has most words of the measure's name, that is no question, and in which
/// nothing negates them. "Restarted, but it did not help" negates what follows, not the restart.
/// </summary>
internal sealed class TriedSteps
{
    private const double ShareOfWords = 0.6;
    private const int MostChars = 20_000;
    private const int FewestSharedChars = 4;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?\n;,:");

    private readonly List<string[]> _clauses = [];

    public TriedSteps(string ticket)
    {
        ticket = ticket.Length > MostChars ? ticket[..MostChars] : ticket;
        for (var start = 0; start < ticket.Length;)
        {
            var length = ticket.AsSpan(start).IndexOfAny(SentenceEnds);
            var end = length < 0 ? ticket.Length : start + length;
            if (end == ticket.Length || ticket[end] != '?')
            {
                _clauses.Add(Terms(ticket.AsSpan(start, end - start)));
            }

            start = end + 1;
        }
    }

    /// <summary>Whether the ticket says that a measure has been tried.</summary>
    public bool Names(string measure)
    {
        var words = Terms(measure).Where(t => !FunctionWords.Terms.Contains(t)).Distinct(StringComparer.Ordinal).ToList();
        return words.Count > 0 && _clauses.Any(c => Names(c, words));
    }

    private static bool Names(string[] clause, List<string> words)
    {
        var found = words.Select(w => Array.FindIndex(clause, c => IsForm(c, w))).Where(i => i >= 0).ToList();
        return found.Count >= Math.Max(Math.Min(2, words.Count), words.Count * ShareOfWords) && !clause.Take(found.Min()).Any(Negations.Contains);
    }

    /// <summary>Forms of one word may keep more or less of its ending.</summary>
    private static bool IsForm(string left, string right) =>
        left == right || (Math.Min(left.Length, right.Length) >= FewestSharedChars && (left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal)));

    private static HashSet<string> Negations { get; } =
        [.. RuleVocabulary.BuiltIn.Negations.SelectMany(n => Terms(n)).Where(t => t.Length > 1)];

    private static string[] Terms(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[TermReader.BufferLength];
        var terms = new List<string>();
        var reader = new TermReader(text, buffer);
        while (reader.Next())
        {
            terms.Add(reader.Term.ToString());
        }

        return [.. terms];
    }
}
