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
/// a query reads one file a word; what results show stands in others. Words stand by their last two characters as well: one slip of a finger leaves either
/// end of a word as it is.
/// </summary>
internal sealed class SearchShards
{
    private const int EntriesInChunk = 100;
    private const int WordsInShard = 300;
    private const int MostShards = 1024;
    private const int SnippetLength = 180;
    private const int MostCodes = 4;
    private const int EndLength = 2;
    private const int ShortestMisspelt = 4;
    private const int PartOfCompound = 3;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<Entry> _entries;
    private readonly string _language;
    private readonly KnowledgeBase _knowledgeBase;
    private readonly SortedDictionary<string, SortedDictionary<int, int>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _languages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<int>> _codes = new(StringComparer.Ordinal);

    /// <param name="entries">The entries in the locale or what stands in for it.</param>
    /// <param name="language">The language that is searched in.</param>
    /// <param name="knowledgeBase">What they belong to.</param>
    public SearchShards(IReadOnlyList<Entry> entries, string language, KnowledgeBase knowledgeBase)
    {
        (_entries, _language, _knowledgeBase) = (entries, language, knowledgeBase);
        for (var i = 0; i < entries.Count; i++)
        {
            Add(entries[i], i);
        }

        AddCompounds();
    }

    /// <summary>The files, below the folder of the locale.</summary>
    public IEnumerable<(string Path, byte[] Bytes)> Files()
    {
        var count = (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((uint)(_words.Count / WordsInShard) + 1), 1, MostShards);
        yield return ("index/index.json", Write(new { entries = _entries.Count, chunk = EntriesInChunk, shards = count, links = CompoundTails.LinksOf(_language) }));
        for (var chunk = 0; chunk * EntriesInChunk < _entries.Count; chunk++)
        {
            yield return (Name("entries", chunk), Write(_entries.Skip(chunk * EntriesInChunk).Take(EntriesInChunk).Select(Shown)));
        }

        var words = _words.ToLookup(w => ShardOf(BeginningOf(w.Key), count));
        var codes = _codes.ToLookup(c => ShardOf(BeginningOf(c.Key), count));
        var ends = _words.Keys.Where(w => w.Length >= ShortestMisspelt).ToLookup(w => ShardOf(w.AsSpan(w.Length - EndLength), count));
        for (var shard = 0; shard < count; shard++)
        {
            yield return (Name("words", shard), Write(new
            {
                words = words[shard].ToDictionary(w => w.Key, w => w.Value.SelectMany(p => new[] { p.Key, p.Value }), StringComparer.Ordinal),
                codes = codes[shard].ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal),
            }));
            yield return (Name("ends", shard), Write(ends[shard].ToDictionary(w => w, w => _written.GetValueOrDefault(w, ""), StringComparer.Ordinal)));
        }
    }

    private void Add(Entry entry, int number)
    {
        const int Title = 8, Symptom = 4, Text = 1;
        var words = Known(entry.Locale.Language);
        AddWords(entry.Title.Text, number, Title, words);
        foreach (var text in entry.Symptoms.Select(s => s.Text).Concat(entry.Messages.Select(m => m.Text)))
        {
            AddWords(text, number, Symptom, words);
        }

        foreach (var text in entry.Descriptions.Concat(entry.Causes).Concat(entry.TechnicalDetails).Select(p => p.Text).Append(entry.Resolution?.Text ?? ""))
        {
            AddWords(text, number, Text, words);
        }

        foreach (var key in entry.Codes.Where(c => c.Role == CodeRole.Identifying).SelectMany(c => CodeKeys.Of(c.Code)))
        {
            (_codes.TryGetValue(key, out var owners) ? owners : _codes[key] = []).Add(number);
        }
    }

    private void AddWords(string text, int number, int weight, HashSet<string> language)
    {
        foreach (var word in IndexText.WordsOf(text))
        {
            language.Add(word);
            Add(word, number, weight);
        }

        foreach (var (word, written) in IndexText.WrittenOtherwise(text))
        {
            _written.TryAdd(word, written);
        }
    }

    private void Add(string word, int number, int weight)
    {
        var places = _words.TryGetValue(word, out var known) ? known : _words[word] = [];
        places[number] = places.GetValueOrDefault(number) + weight;
    }

    /// <summary>A part of a compound counts less than the word itself.</summary>
    private void AddCompounds()
    {
        var parts = _languages.SelectMany(l => l.Value.SelectMany(w => new CompoundTails(l.Value, l.Key).Of(w).Select(t => (Word: w, Tail: t))))
            .DistinctBy(p => (p.Word, p.Tail)).SelectMany(p => _words[p.Word].Select(w => (p.Tail, Number: w.Key, Weight: Math.Max(1, w.Value / PartOfCompound)))).ToList();
        foreach (var (tail, number, weight) in parts)
        {
            Add(tail, number, weight);
        }
    }

    private HashSet<string> Known(string language) => _languages.TryGetValue(language, out var words) ? words : _languages[language] = new(StringComparer.Ordinal);

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

    private static ReadOnlySpan<char> BeginningOf(string key) => key.AsSpan(0, Math.Min(EndLength, key.Length));

    private static int ShardOf(ReadOnlySpan<char> key, int count) => (int)(StaticPath.Hash(key) % (uint)count);

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"index/{kind}-{number}.json");

    private static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);
}
