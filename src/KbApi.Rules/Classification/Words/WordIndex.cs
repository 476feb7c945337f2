using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Words;

/// <summary>Finds entries whose words are those of a report.</summary>
internal sealed class WordIndex
{
    private const double WeightOfBody = 0.5;
    private const int MostBodyWords = 400;
    private const int MostCandidates = 64;

    /// <summary>A word that says less finds nothing by itself.</summary>
    private const double FewestWeight = 0.1;

    private readonly EntryText[] _texts;
    private readonly int[] _firstOfEntry;
    private readonly int[][] _postings;

    private WordIndex(Vocabulary vocabulary, EntryText[] texts, int[] firstOfEntry, int terms)
    {
        Vocabulary = vocabulary;
        _texts = texts;
        _firstOfEntry = firstOfEntry;
        _postings = PostingsOf(texts, terms);
    }

    public Vocabulary Vocabulary { get; }

    public static WordIndex Build(IReadOnlyList<Localized<Entry>> entries, LocalizedSet<Article> articles)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var frequencies = new List<int>();
        var texts = new List<EntryText>();
        var firstOfEntry = new int[entries.Count + 1];

        // Filled anew for every text, so that they grow once.
        var symptom = new HashSet<int>();
        var body = new HashSet<int>();
        for (var i = 0; i < entries.Count; i++)
        {
            firstOfEntry[i] = texts.Count;
            foreach (var variant in entries[i].Variants)
            {
                symptom.Clear();
                body.Clear();
                foreach (var text in EntryFields.Symptom(variant))
                {
                    Read(text, ids, frequencies, symptom, int.MaxValue);
                }

                foreach (var text in EntryFields.Body(variant).Concat(EntryFields.Around(variant, articles)))
                {
                    Read(text, ids, frequencies, body, MostBodyWords);
                }

                body.ExceptWith(symptom);
                foreach (var id in symptom.Concat(body))
                {
                    frequencies[id]++;
                }

                texts.Add(new EntryText(i, [.. symptom], [.. body], 0));
            }
        }

        firstOfEntry[^1] = texts.Count;
        var vocabulary = new Vocabulary(ids, frequencies, texts.Count);
        return new WordIndex(vocabulary, [.. texts.Select(t => t with { SymptomWeight = t.Symptom.Sum(id => (double)vocabulary.WeightOf(id)) })], firstOfEntry, frequencies.Count);
    }

    /// <summary>How well the report's words are those of an entry, in the locale that fits best.</summary>
    public Similarity Of(int entry, ReportWords report)
    {
        Similarity best = default;
        for (var text = _firstOfEntry[entry]; text < _firstOfEntry[entry + 1]; text++)
        {
            var similarity = Compare(_texts[text], report);
            best = similarity.Score > best.Score ? similarity : best;
        }

        return best;
    }

    /// <summary>The entries that have the most in common with the report, best first.</summary>
    public IEnumerable<int> Nearest(ReportWords report)
    {
        var nearest = new NearestTexts(_texts.Length, MostCandidates);
        foreach (var id in report.Known)
        {
            var weight = Vocabulary.WeightOf(id);
            if (weight >= FewestWeight)
            {
                nearest.Add(_postings[id], weight);
            }
        }

        return nearest.Take().Select(t => _texts[t].Entry).Distinct();
    }

    /// <summary>The words of the report that the entry has, those of its symptom first where they say most.</summary>
    public IEnumerable<int> Shared(int entry, ReportWords report) =>
        Enumerable.Range(_firstOfEntry[entry], _firstOfEntry[entry + 1] - _firstOfEntry[entry]).SelectMany(t => _texts[t].Symptom.Concat(_texts[t].Body)).Distinct()
            .Where(report.Contains).OrderByDescending(Vocabulary.WeightOf);

    private Similarity Compare(EntryText text, ReportWords report)
    {
        var symptom = WeightOfCommon(text.Symptom, report);
        var body = WeightOfCommon(text.Body, report);
        var mass = symptom + (WeightOfBody * body);
        var all = report.Weight + (0.7 * report.Strange);
        return new Similarity(symptom / Math.Max(text.SymptomWeight, 1), mass, all == 0 ? 0 : (symptom + body) / all);
    }

    private double WeightOfCommon(int[] ids, ReportWords report)
    {
        var weight = 0.0;
        foreach (var id in ids)
        {
            if (report.Contains(id))
            {
                weight += Vocabulary.WeightOf(id);
            }
        }

        return weight;
    }

    private static int[][] PostingsOf(EntryText[] texts, int terms)
    {
        var postings = new List<int>[terms];
        for (var i = 0; i < texts.Length; i++)
        {
            foreach (var id in texts[i].Symptom.Concat(texts[i].Body))
            {
                (postings[id] ??= []).Add(i);
            }
        }

        return [.. postings.Select(p => p?.ToArray() ?? [])];
    }

    private static void Read(string text, Dictionary<string, int> ids, List<int> frequencies, HashSet<int> into, int most)
    {
        Span<char> buffer = stackalloc char[TermReader.BufferLength];
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new TermReader(text, buffer);
        while (into.Count < most && reader.Next())
        {
            if (!lookup.TryGetValue(reader.Term, out var id))
            {
                id = ids.Count;
                lookup[reader.Term] = id;
                frequencies.Add(0);
            }

            into.Add(id);
        }
    }
}
