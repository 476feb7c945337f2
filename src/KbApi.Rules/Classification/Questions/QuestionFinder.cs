using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Questions;

/// <summary>Finds the questions whose answers tell candidates apart.</summary>
internal static class QuestionFinder
{
    /// <summary>A person does not choose among more.</summary>
    private const int MostToChooseFrom = 12;

    /// <summary>The questions that were not answered yet, the one that splits the candidates best first.</summary>
    public static ImmutableArray<NextQuestion> Find(IEnumerable<Candidate> tied, ImmutableSortedDictionary<string, string> answers)
    {
        List<Candidate> candidates = [.. tied];
        return [.. Enum.GetValues<QuestionKind>()
            .Where(k => !answers.ContainsKey(QuestionIds.Of(k)))
            .Select(k => new NextQuestion(QuestionIds.Of(k), k, OptionsOf(k, candidates)))
            .Where(q => q.Options.Length > 1)
            .OrderBy(q => q.Options.Length > MostToChooseFrom)
            .ThenBy(q => q.Options.Max(o => o.Entries.Length))
            .ThenBy(q => q.Kind)];
    }

    /// <summary>The answers to a kind of question that speak for an entry, by their values.</summary>
    public static IEnumerable<string> ValuesOf(QuestionKind kind, Entry entry) => kind switch
    {
        QuestionKind.Code => entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code.Value),
        QuestionKind.Source => entry.Source is { } source ? [source] : [],
        QuestionKind.Place => [$"{entry.ArticleId}#{entry.Section}"],
        QuestionKind.Fact => entry.Discriminators.IsEmpty ? [] : [entry.Id],
        _ => [entry.Id],
    };

    private static bool Names(Entry entry, string code) => entry.Codes.Any(c => c.Code.Value.Equals(code, StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<QuestionOption> OptionsOf(QuestionKind kind, List<Candidate> candidates)
    {
        // A code that all candidates have asks for nothing.
        var options = candidates.SelectMany(c => ValuesOf(kind, c.Entry).Select(v => (Value: v, Candidate: c)))
            .GroupBy(o => o.Value, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Select(o => o.Candidate.Entry.Id).Distinct(StringComparer.Ordinal).Count() < candidates.Count && !(kind == QuestionKind.Code && candidates.TrueForAll(c => Names(c.Entry, g.Key))))
            .Select(g => (First: g.First().Candidate, Option: new QuestionOption(g.Key, OptionText.Of(kind, g.Key, g.First().Candidate), [.. g.Select(o => o.Candidate.Entry.Id).Distinct(StringComparer.Ordinal)])))
            .ToList();
        return OptionText.TellApart(options);
    }
}
