using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Languages;

namespace KbApi.Rules.Comparison;

/// <summary>
/// What differs between two states of a catalog, by what it means. Exchanging the two exchanges what is added and removed, and before and
/// after, and changes nothing else.
/// </summary>
public sealed class CatalogDiff
{
    private CatalogDiff(ImmutableArray<CatalogChange> changes) => Changes = changes;

    /// <summary>The changes: the gravest first, then by kind, id, field and value.</summary>
    public ImmutableArray<CatalogChange> Changes { get; }

    /// <summary>Whether something is gone that callers may have kept.</summary>
    public bool IsBreaking => Changes.Any(c => c.Impact == ChangeImpact.Breaking);

    /// <summary>Compares two states.</summary>
    /// <param name="old">The state before.</param>
    /// <param name="now">The state after.</param>
    /// <param name="vocabulary">The words of languages, for negations; the built-in ones by default.</param>
    public static CatalogDiff Between(KnowledgeBase old, KnowledgeBase now, RuleVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        var (before, after) = (new CatalogSnapshot(old), new CatalogSnapshot(now));
        var words = vocabulary ?? RuleVocabulary.BuiltIn;
        var changes = CodeChanges.Between(before, after)
            .Concat(ItemChanges.Between(before, after, ItemRenames.Between(old.Entries, now.Entries), old.Entries, now.Entries, new EntryChanges(before, after, words).Between))
            .Concat(ItemChanges.Between(before, after, [], old.Procedures, now.Procedures, new SequenceChanges(before, after).Between))
            .Concat(ItemChanges.Between(before, after, [], old.Ladders, now.Ladders, new SequenceChanges(before, after).Between))
            .Concat(ItemChanges.Between(before, after, [], old.Checklists, now.Checklists, new SequenceChanges(before, after).Between));
        return new CatalogDiff([.. InOrder(changes)]);
    }

    private static IEnumerable<CatalogChange> InOrder(IEnumerable<CatalogChange> changes) => changes
        .OrderByDescending(c => c.Impact).ThenBy(c => c.Kind).ThenBy(c => c.Id, StringComparer.Ordinal).ThenBy(c => c.Field, StringComparer.Ordinal)
        .ThenBy(c => c.Before, StringComparer.Ordinal).ThenBy(c => c.After, StringComparer.Ordinal);
}
