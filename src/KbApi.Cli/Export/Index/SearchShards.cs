using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Cli.Export.Files;
using KbApi.Content.Model;
using KbApi.Server.Budget;

namespace KbApi.Cli.Export.Index;

/// <summary>
/// The index of an exported site in one locale, in small files: of words and codes, those whose first two characters have the same hash stand together, so that
/// a query reads one file a word; what results show stands in others.
/// </summary>
internal sealed class SearchShards
{
    private const int EntriesInChunk = 100;
    private const int WordsInShard = 300;
    private const int MostShards = 1024;
    private const int SnippetLength = 180;
    private const int MostCodes = 4;
    private const int PrefixLength = 2;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<Entry> _entries;
    private readonly KnowledgeBase _knowledgeBase;
    private readonly SortedDictionary<string, SortedDictionary<int, int>> _words = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<int>> _codes = new(StringComparer.Ordinal);

    /// <param name="entries">The entries in the locale or what stands in for it.</param>
    /// <param name="knowledgeBase">What they belong to.</param>
    public SearchShards(IReadOnlyList<Entry> entries, KnowledgeBase knowledgeBase)
    {
        (_entries, _knowledgeBase) = (entries, knowledgeBase);
        for (var i = 0; i < entries.Count; i++)
        {
            Add(entries[i], i);
        }
    }

    /// <summary>The files, below the folder of the locale.</summary>
    public IEnumerable<(string Path, byte[] Bytes)> Files()
    {
        var count = (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((uint)(_words.Count / WordsInShard) + 1), 1, MostShards);
        yield return ("index/index.json", Write(new { entries = _entries.Count, chunk = EntriesInChunk, shards = count }));
        for (var chunk = 0; chunk * EntriesInChunk < _entries.Count; chunk++)
        {
            yield return (Name("entries", chunk), Write(_entries.Skip(chunk * EntriesInChunk).Take(EntriesInChunk).Select(Shown)));
        }

        var words = _words.ToLookup(w => ShardOf(w.Key, count));
        var codes = _codes.ToLookup(c => ShardOf(c.Key, count));
        for (var shard = 0; shard < count; shard++)
        {
            yield return (Name("words", shard), Write(new
            {
                words = words[shard].ToDictionary(w => w.Key, w => w.Value.SelectMany(p => new[] { p.Key, p.Value }), StringComparer.Ordinal),
                codes = codes[shard].ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal),
            }));
        }
    }

    private void Add(Entry entry, int number)
    {
        const int Title = 8, Symptom = 4, Text = 1;
        AddWords(entry.Title.Text, number, Title);
        foreach (var text in entry.Symptoms.Select(s => s.Text).Concat(entry.Messages.Select(m => m.Text)))
        {
            AddWords(text, number, Symptom);
        }

        foreach (var text in entry.Descriptions.Concat(entry.Causes).Concat(entry.TechnicalDetails).Select(p => p.Text).Append(entry.Resolution?.Text ?? ""))
        {
            AddWords(text, number, Text);
        }

        foreach (var key in entry.Codes.Where(c => c.Role == CodeRole.Identifying).SelectMany(c => CodeKeys.Of(c.Code)))
        {
            (_codes.TryGetValue(key, out var owners) ? owners : _codes[key] = []).Add(number);
        }
    }

    private void AddWords(string text, int number, int weight)
    {
        foreach (var word in IndexText.WordsOf(text))
        {
            var places = _words.TryGetValue(word, out var known) ? known : _words[word] = [];
            places[number] = places.GetValueOrDefault(number) + weight;
        }
    }

    private object[] Shown(Entry entry) =>
    [
        entry.Id,
        entry.Title.Text,
        entry.Locale.Value,
        entry.Severity.ToString().ToLowerInvariant(),
        entry.Codes.Where(c => c.Role == CodeRole.Identifying).Take(MostCodes).Select(c => c.Code.Value),
        Sentences.CutAtWord(entry.Resolution?.Text ?? entry.Descriptions.FirstOrDefault()?.Text ?? "", SnippetLength),
        _knowledgeBase.Articles.Find(entry.ArticleId)?.In(entry.Locale)?.Title.Text ?? "",
    ];

    private static int ShardOf(string key, int count) => (int)(StaticPath.Hash(key.AsSpan(0, Math.Min(PrefixLength, key.Length))) % (uint)count);

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"index/{kind}-{number}.json");

    private static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);
}
