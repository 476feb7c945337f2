using System.Collections.Frozen;
using KbApi.Content.Model;
using KbApi.Rules.Classification.Signals;
using KbApi.Rules.Classification.Words;

namespace KbApi.Rules.Classification;

/// <summary>Everything that reports are compared with. Immutable, and the same whatever order the entries come in.</summary>
internal sealed class SignalIndex
{
    private SignalIndex(IReadOnlyList<Localized<Entry>> entries, FrozenSet<string> outcomes)
    {
        Entries = entries;
        Priors = [.. entries.Select(e => PriorOf(e, outcomes))];
    }

    /// <summary>The entries, in order of their ids.</summary>
    public IReadOnlyList<Localized<Entry>> Entries { get; }

    /// <summary>By how much of its weight an entry stands behind others whose codes stand in the same report, before the report is read.</summary>
    public IReadOnlyList<double> Priors { get; }

    public required WordIndex Words { get; init; }

    public required MessageIndex Messages { get; init; }

    public required WholeTextIndex WholeTexts { get; init; }

    public required CodeTable Codes { get; init; }

    public static SignalIndex Build(KnowledgeBase knowledgeBase)
    {
        Localized<Entry>[] entries = [.. knowledgeBase.Entries.Items.OrderBy(e => e.Id, StringComparer.Ordinal)];
        var words = WordIndex.Build(entries, knowledgeBase.Articles);
        var outcomes = knowledgeBase.Operations.Items.SelectMany(o => o.Variants)
            .SelectMany(o => new[] { o.Start, o.Success, o.Failure }).OfType<string>().ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return new SignalIndex(entries, outcomes)
        {
            Words = words,
            Messages = MessageIndex.Build(entries, words.Vocabulary),
            WholeTexts = WholeTextIndex.Build(entries, words.Vocabulary),
            Codes = CodeTable.Build(entries),
        };
    }

    /// <summary>That an operation began or ended says less than another code beside it, which says why; so does what is no problem, and what nothing can be done about.</summary>
    private static double PriorOf(Localized<Entry> entry, FrozenSet<string> outcomes) =>
        (outcomes.Contains(entry.Id) ? 0.3 : 0) + (entry.Variants[0].Severity == EntrySeverity.Info ? 0.15 : 0) + (entry.Variants.All(v => v.Resolution is null) ? 0.1 : 0);
}
