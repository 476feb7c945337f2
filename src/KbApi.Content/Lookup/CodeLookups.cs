using KbApi.Content.Model;

namespace KbApi.Content.Lookup;

/// <summary>Look-ups in memory, prepared so that finding one allocates nothing.</summary>
internal sealed class CodeLookups : ICodeLookups
{
    private readonly SharedMap<CodeLookup> _byKey;

    private CodeLookups(SharedMap<CodeLookup> byKey) => _byKey = byKey;

    public IEnumerable<CodeLookup> All => _byKey.Values;

    /// <summary>The look-ups of all codes of some entries.</summary>
    /// <param name="entries">The entries, in the order of the documents.</param>
    public static CodeLookups Of(IEnumerable<Entry> entries)
    {
        var owners = entries.SelectMany(e => e.Codes.Select(c => new CodeOwner(e.Id, c.Code, c.Role))).DistinctBy(o => (o.EntryId, o.Code.Scheme, o.Code.Value));
        return new CodeLookups(new([.. owners.GroupBy(o => CodeKey.Of(o.Code)).Select(g => KeyValuePair.Create(TextOf(g.Key), LookupOf(g)))], StringComparison.Ordinal));
    }

    public CodeLookup? Find(ReadOnlySpan<char> key) => _byKey.Find(key);

    /// <summary>The look-ups behind a change of some articles; null where entries do not stand in the articles that they name.</summary>
    /// <param name="change">What changed.</param>
    /// <param name="entries">The entries that there are now.</param>
    public CodeLookups? After(ArticleChange change, LocalizedSet<Entry> entries)
    {
        var added = change.Added.SelectMany(a => a.Entries).SelectMany(e => e.Codes.Select(c => (Key: CodeKey.Of(c.Code), e.Id))).ToLookup(c => c.Key, c => c.Id);
        var keys = change.Removed.SelectMany(a => a.Entries).SelectMany(e => e.Codes).Select(c => CodeKey.Of(c.Code)).Concat(added.Select(c => c.Key)).ToHashSet();
        if (keys.Count == 0)
        {
            return this;
        }

        // An entry that has a code, and is as it was, was an owner of it before.
        var found = keys.ToDictionary(key => key, key => (Find(TextOf(key))?.Owners.Select(o => o.EntryId) ?? [])
            .Concat(added[key]).Distinct(StringComparer.OrdinalIgnoreCase).Select(entries.Find).OfType<Localized<Entry>>().SelectMany(e => e.Variants).ToList());
        var places = EntryPlaces.Of(found.Values.SelectMany(e => e), change.Articles);
        return places is null ? null : new CodeLookups(_byKey.With(found.Select(f =>
        {
            var owners = f.Value.OrderBy(e => places[e])
                .SelectMany(e => e.Codes.Where(c => CodeKey.Of(c.Code) == f.Key).Select(c => new CodeOwner(e.Id, c.Code, c.Role)))
                .DistinctBy(o => (o.EntryId, o.Code.Scheme, o.Code.Value)).ToList();
            return KeyValuePair.Create(TextOf(f.Key), owners.Count == 0 ? null : LookupOf(owners));
        })));
    }

    private static string TextOf(CodeKey key) => key.Kind + key.Value;

    /// <summary>Those that are about the code first.</summary>
    private static CodeLookup LookupOf(IEnumerable<CodeOwner> owners) => new([.. owners.OrderBy(o => o.Role).DistinctBy(o => o.EntryId)], [], Family: null);
}
