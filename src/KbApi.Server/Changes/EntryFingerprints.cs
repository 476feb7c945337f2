using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KbApi.Content.Model;

namespace KbApi.Server.Changes;

/// <summary>What the entries of a snapshot say, as hashes: enough to tell later what has changed, without keeping the snapshot.</summary>
internal sealed class EntryFingerprints
{
    private readonly Dictionary<string, ImmutableArray<EntryFingerprint>> _entries;

    /// <param name="knowledgeBase">The content.</param>
    /// <param name="earlier">Other content, most of whose entries are the same objects, and what they said; or null.</param>
    public EntryFingerprints(KnowledgeBase knowledgeBase, (KnowledgeBase Content, EntryFingerprints Fingerprints)? earlier = null)
    {
        var items = knowledgeBase.Entries.Items;
        _entries = new(items.Length, StringComparer.Ordinal);
        foreach (var item in items)
        {
            _entries[item.Id] = earlier is { } known && ReferenceEquals(known.Content.Entries.Find(item.Id), item)
                ? known.Fingerprints._entries[item.Id]
                : [.. item.Variants.Select(v => new EntryFingerprint(v.Locale.Value, HashesOf(v)))];
        }
    }

    public IEnumerable<string> Ids => _entries.Keys;

    public bool Contains(string id) => _entries.ContainsKey(id);

    public IEnumerable<string> LocalesOf(string id) => _entries[id].Select(f => f.Locale).Order(StringComparer.Ordinal);

    /// <summary>The fields of an entry in a locale that differ from an earlier snapshot; <c>locales</c> where it was not in both.</summary>
    public IEnumerable<string> Differences(EntryFingerprints earlier, string id, string locale)
    {
        var now = HashesIn(_entries[id], locale);
        var then = HashesIn(earlier._entries[id], locale);
        return now.IsDefault || then.IsDefault ? ["locales"] : Fields.Where((_, i) => now[i] != then[i]).Select(f => f.Name);
    }

    private static ImmutableArray<ulong> HashesIn(ImmutableArray<EntryFingerprint> fingerprints, string locale) =>
        fingerprints.FirstOrDefault(f => f.Locale == locale).Hashes;

    private static ImmutableArray<(string Name, Func<Entry, IEnumerable<string?>> Values)> Fields { get; } =
    [
        ("codes", e => e.Codes.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Code} {c.Role}"))),
        ("title", e => [e.Title.Text]),
        ("severity", e => [e.Severity.ToString()]),
        ("audience", e => [e.Audience.ToString()]),
        ("handOff", e => [e.HandOff?.ToString()]),
        ("symptoms", e => e.Symptoms.Select(p => p.Text)),
        ("messages", e => e.Messages.Select(m => m.Text)),
        ("descriptions", e => e.Descriptions.Select(p => p.Text)),
        ("technicalDetails", e => e.TechnicalDetails.Select(p => p.Text)),
        ("causes", e => e.Causes.Select(p => p.Text)),
        ("resolution", e => [e.Resolution?.Text]),
        ("links", e => e.Links.Select(l => $"{l.Text} {l.Target}")),
        ("surface", e => [e.Section]),
    ];

    private static ImmutableArray<ulong> HashesOf(Entry entry) => [.. Fields.Select(f => Hash(string.Join('\u001F', f.Values(entry))))];

    private static ulong Hash(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0);

    /// <summary>A hash for each field of an entry in a locale.</summary>
    private readonly record struct EntryFingerprint(string Locale, ImmutableArray<ulong> Hashes);
}
