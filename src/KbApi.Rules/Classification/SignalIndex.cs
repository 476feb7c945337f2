using System.Collections.Frozen;
using KbApi.Content.Model;
using KbApi.Rules.Classification.Signals;
using KbApi.Rules.Classification.Words;

namespace KbApi.Rules.Classification;

/// <summary>Everything that reports are compared with. Immutable.</summary>
internal sealed class SignalIndex
{
    private SignalIndex(IReadOnlyList<Localized<Entry>> entries, WordIndex words, MessageIndex messages, CodeTable codes, FrozenSet<string> outcomes)
    {
        Entries = entries;
        Words = words;
        Messages = messages;
        Codes = codes;
        Outcomes = outcomes;
    }

    public IReadOnlyList<Localized<Entry>> Entries { get; }

    public WordIndex Words { get; }

    public MessageIndex Messages { get; }

    public CodeTable Codes { get; }

    /// <summary>Ids of entries that say that an operation began or ended: another code beside them says why.</summary>
    public FrozenSet<string> Outcomes { get; }

    public static SignalIndex Build(KnowledgeBase knowledgeBase)
    {
        var entries = knowledgeBase.Entries.Items;
        var words = WordIndex.Build(entries, knowledgeBase.Articles);
        var outcomes = knowledgeBase.Operations.Items.SelectMany(o => o.Variants)
            .SelectMany(o => new[] { o.Start, o.Success, o.Failure }).OfType<string>().ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return new SignalIndex(entries, words, MessageIndex.Build(entries, words.Vocabulary), CodeTable.Build(entries), outcomes);
    }
}
