using System.Collections.Frozen;

namespace KbApi.Rules.Classification.Words;

/// <summary>The words of the documents, and how much each says: 1 where one text has it, near 0 where all have. Numbers say something as codes, hardly as words.</summary>
internal sealed class Vocabulary
{
    private const double WeightOfFunctionWords = 0.05;

    private readonly FrozenDictionary<string, int> _ids;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly ShortTermTable _short;
    private readonly float[] _weights;

    public Vocabulary(IReadOnlyDictionary<string, int> ids, IReadOnlyList<int> frequencies, int texts)
    {
        _short = new ShortTermTable(ids);
        _ids = ids.Where(t => !ShortTermTable.TryPack(t.Key, out _)).ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _weights = new float[frequencies.Count];
        foreach (var (term, id) in ids)
        {
            var rarity = Math.Log(1 + ((double)texts / Math.Max(1, frequencies[id]))) / Math.Log(1 + Math.Max(texts, 2));
            _weights[id] = (float)(FunctionWords.Terms.Contains(term) || term.Length == 1 || term.All(char.IsAsciiDigit) ? rarity * WeightOfFunctionWords : rarity);
        }
    }

    /// <summary>The id of a word in the form that it is compared in, or -1.</summary>
    public int IdOf(ReadOnlySpan<char> term) => ShortTermTable.TryPack(term, out var packed) ? _short.IdOf(packed) : _lookup.TryGetValue(term, out var id) ? id : -1;

    /// <summary>How much the word says, from 0 to 1.</summary>
    public float WeightOf(int id) => _weights[id];
}
