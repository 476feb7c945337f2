using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Cli.Watch.Content;

/// <summary>What differs between two states.</summary>
/// <param name="State">The later one.</param>
/// <param name="Articles">The ids of articles whose pages differ.</param>
/// <param name="Files">The documents that were saved, added or removed.</param>
internal sealed record WatchChange(WatchState State, ImmutableArray<string> Articles, ImmutableArray<FileChange> Files)
{
    public static WatchChange Between(WatchState before, WatchState after)
    {
        var ids = before.Articles.Concat(after.Articles).Select(a => a.Id).Distinct(StringComparer.Ordinal);
        var then = DocumentsOf(before);
        var now = DocumentsOf(after);
        return new WatchChange(
            after,
            [.. ids.Where(id => before.Find(id)?.Version != after.Find(id)?.Version)],
            [
                .. then.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                    .Where(p => then.GetValueOrDefault(p)?.ContentHash != now.GetValueOrDefault(p)?.ContentHash || then.ContainsKey(p) != now.ContainsKey(p))
                    .Select(p => FileChange.Between(p, then.GetValueOrDefault(p), now.GetValueOrDefault(p))),
            ]);
    }

    private static Dictionary<string, WatchedDocument> DocumentsOf(WatchState state) =>
        state.Articles.SelectMany(a => a.Documents).DistinctBy(d => d.Path).ToDictionary(d => d.Path, StringComparer.Ordinal);
}

/// <summary>What became of a document.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Kind">Whether it was there before and is there now.</param>
/// <param name="Added">The ids of entries that it has now and did not have.</param>
/// <param name="Changed">The ids of entries whose text differs.</param>
/// <param name="Removed">The ids of entries that it has no more.</param>
/// <param name="Findings">What the rules say of it now.</param>
internal sealed record FileChange(
    string Path, FileChangeKind Kind, ImmutableArray<string> Added, ImmutableArray<string> Changed, ImmutableArray<string> Removed, ImmutableArray<Diagnostic> Findings)
{
    public static FileChange Between(string path, WatchedDocument? before, WatchedDocument? after)
    {
        var then = TextsOf(before);
        var now = TextsOf(after);
        return new FileChange(
            path,
            (before, after) switch { (null, _) => FileChangeKind.Added, (_, null) => FileChangeKind.Removed, _ when after.GoodAt is not null => FileChangeKind.Broken, _ => FileChangeKind.Saved },
            [.. now.Keys.Where(id => !then.ContainsKey(id))],
            [.. now.Where(e => then.TryGetValue(e.Key, out var text) && text != e.Value).Select(e => e.Key)],
            [.. then.Keys.Where(id => !now.ContainsKey(id))],
            [.. (after?.Findings ?? []).Select(f => f.Diagnostic)]);
    }

    private static Dictionary<string, string> TextsOf(WatchedDocument? document) => document?.Article is { } article
        ? article.Entries.DistinctBy(e => e.Id).ToDictionary(e => e.Id, e => article.Text[e.Span], StringComparer.Ordinal)
        : [];
}

/// <summary>What happened to a file.</summary>
internal enum FileChangeKind
{
    Saved,
    Added,
    Removed,

    /// <summary>It was saved, and can't be read any more.</summary>
    Broken,
}
