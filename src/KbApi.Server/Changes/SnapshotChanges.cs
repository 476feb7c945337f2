using KbApi.Server.Contracts;

namespace KbApi.Server.Changes;

/// <summary>Tells what became of entries between two snapshots.</summary>
internal static class SnapshotChanges
{
    public static IReadOnlyList<ChangeResponse> Between(EntryFingerprints then, EntryFingerprints now) =>
    [
        .. then.Ids.Union(now.Ids, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => Of(id, then, now)).OfType<ChangeResponse>(),
    ];

    private static ChangeResponse? Of(string id, EntryFingerprints then, EntryFingerprints now)
    {
        if (!then.Contains(id) || !now.Contains(id))
        {
            var change = now.Contains(id) ? ChangeKind.Added : ChangeKind.Removed;
            return new ChangeResponse { Id = id, Change = change, Locales = [.. (now.Contains(id) ? now : then).LocalesOf(id)], Fields = [] };
        }

        var changes = then.LocalesOf(id).Union(now.LocalesOf(id), StringComparer.Ordinal)
            .Select(locale => (Locale: locale, Fields: now.Differences(then, id, locale).ToList()))
            .Where(c => c.Fields.Count > 0)
            .ToList();
        return changes.Count == 0
            ? null
            : new ChangeResponse
            {
                Id = id,
                Change = ChangeKind.Changed,
                Locales = [.. changes.Select(c => c.Locale)],
                Fields = [.. changes.SelectMany(c => c.Fields).Distinct(StringComparer.Ordinal)],
            };
    }
}
