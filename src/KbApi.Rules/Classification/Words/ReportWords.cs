using System.Runtime.InteropServices;

namespace KbApi.Rules.Classification.Words;

/// <summary>A word of a report.</summary>
/// <param name="Id">Its id in the vocabulary, or -1 where no document has it.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is as written.</param>
internal readonly record struct ReportWord(int Id, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>The words of a text of a report, in order, and the first place of each.</summary>
internal sealed class ReportWords
{
    private const int CharsOfWord = 5;

    private readonly List<ReportWord> _words;
    private readonly Vocabulary _vocabulary;
    private readonly PlaceTable _places;
    private PlaceTable? _pairs;

    public ReportWords(string text, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        Span<char> buffer = stackalloc char[TermReader.BufferLength];
        _words = new List<ReportWord>((text.Length / CharsOfWord) + 1);
        var reader = new TermReader(text, buffer);
        while (reader.Next())
        {
            var id = vocabulary.IdOf(reader.Term);
            _words.Add(new ReportWord(id, reader.Start, reader.Length));
            if (id < 0 && reader.Length > 3 && !FunctionWords.Contains(reader.Term))
            {
                Strange++;
            }
        }

        _places = new PlaceTable(_words.Count);
        Weight = AddAll();
    }

    private ReportWords(List<ReportWord> words, Vocabulary vocabulary, int strange)
    {
        (_words, _vocabulary, Strange) = (words, vocabulary, strange);
        _places = new PlaceTable(words.Count);
        Weight = AddAll();
    }

    public ReadOnlySpan<ReportWord> Words => CollectionsMarshal.AsSpan(_words);

    /// <summary>The ids of the known words, each once, in the order of their first places.</summary>
    public IEnumerable<int> Known => _words.Where((w, i) => w.Id >= 0 && _places.Find(w.Id) == i).Select(w => w.Id);

    /// <summary>How much the distinct known words say together.</summary>
    public double Weight { get; }

    /// <summary>The number of words that no document has.</summary>
    public int Strange { get; }

    public bool Contains(int id) => _places.Find(id) >= 0;

    /// <summary>The place in <see cref="Words"/> where a known word stands first.</summary>
    public int FirstOf(int id) => _places.Find(id);

    /// <summary>The place of the first word of each pair of neighbouring known words.</summary>
    public PlaceTable Pairs => _pairs ??= ReadPairs();

    /// <summary>The words without those of which this holds.</summary>
    public ReportWords Without(Predicate<ReportWord> isLeftOut)
    {
        var left = _words.FindAll(w => !isLeftOut(w));
        return left.Count == _words.Count ? this : new ReportWords(left, _vocabulary, Strange);
    }

    private double AddAll()
    {
        var weight = 0.0;
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i].Id is >= 0 and var id && _places.TryAdd(id, i))
            {
                weight += _vocabulary.WeightOf(id);
            }
        }

        return weight;
    }

    private PlaceTable ReadPairs()
    {
        var pairs = new PlaceTable(_words.Count);
        for (var i = 0; i + 1 < _words.Count; i++)
        {
            if (WordPair.Of(_words[i].Id, _words[i + 1].Id) is >= 0 and var pair)
            {
                pairs.TryAdd(pair, i);
            }
        }

        return pairs;
    }
}
