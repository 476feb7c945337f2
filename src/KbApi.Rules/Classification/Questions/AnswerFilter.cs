using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Classification.Ranking;

namespace KbApi.Rules.Classification.Questions;

/// <summary>Takes the answers to earlier questions into account: candidates that they speak for stand before the others.</summary>
internal static class AnswerFilter
{
    public static List<RankedCandidate> Apply(List<RankedCandidate> ranked, ImmutableSortedDictionary<string, string> answers, SignalIndex index)
    {
        foreach (var (question, answer) in answers)
        {
            if (QuestionIds.KindOf(question) is not { } kind)
            {
                continue;
            }

            var fits = ranked.ToDictionary(c => c.Entry, c => Fits(kind, answer, index.Entries[c.Entry]));

            // An answer that fits no candidate says nothing about them.
            if (fits.Values.Any(f => f))
            {
                ranked = [.. ranked.Select(c => c with { IsContradicted = c.IsContradicted || !fits[c.Entry] }).OrderBy(c => c.IsContradicted)];
            }
        }

        return ranked;
    }

    private static bool Fits(QuestionKind kind, string answer, Localized<Entry> entry) =>
        entry.Id.Equals(answer, StringComparison.OrdinalIgnoreCase)
        || entry.Variants.Any(v => QuestionFinder.ValuesOf(kind, v).Contains(answer, StringComparer.OrdinalIgnoreCase));
}
