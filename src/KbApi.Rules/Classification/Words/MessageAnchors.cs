namespace KbApi.Rules.Classification.Words;

/// <summary>
/// Chooses by which words in a row each text is looked for. A report that has nearly all pairs of a text lacks at most a few of them, so of that many
/// and one more separate places, one is there. Pairs do where they are rare; where they are not, among very many texts, the places are lengthened word by
/// word until few texts have the same.
/// </summary>
internal sealed class MessageAnchors
{
    /// <summary>
    /// Places that chance puts into a report are as many as there are texts, times what each is common: so many are few enough. Among few texts pairs
    /// may therefore be common; among very many only those of one text are rare enough.
    /// </summary>
    private const int MostChances = 16_384;

    /// <summary>What more texts have even so tells none of them.</summary>
    private const int MostTexts = 64;
    private const int MostWords = 5;

    private readonly int _mostTextsOfRare;
    private readonly Dictionary<ulong, List<int>> _anchors = [];
    private readonly HashSet<ulong> _continued = [];

    private MessageAnchors(int texts) => _mostTextsOfRare = Math.Clamp(MostChances / Math.Max(texts, 1), 1, MostTexts);

    public static AnchorTable Choose(IReadOnlyList<ShownText> texts)
    {
        var anchors = new MessageAnchors(texts.Count);
        anchors.ChooseAll(texts);
        foreach (var (key, _) in anchors._anchors.Where(a => a.Value.Count > MostTexts).ToList())
        {
            anchors._anchors.Remove(key);
        }

        return new AnchorTable(anchors._anchors, anchors._continued);
    }

    private void ChooseAll(IReadOnlyList<ShownText> texts)
    {
        var frequencies = Count(texts.SelectMany(t => t.Pairs.Select(p => t.RunAt(p, 2))));
        List<Place> left = [];
        for (var i = 0; i < texts.Count; i++)
        {
            var text = texts[i];
            var runs = text.Pairs.Select(p => text.RunAt(p, 2)).OrderBy(r => frequencies[r]).ThenBy(r => r).Take(AnchorsOf(text.Pairs.Length)).ToList();
            if (frequencies[runs[^1]] <= _mostTextsOfRare)
            {
                runs.ForEach(r => Add(r, i));
            }
            else
            {
                left.AddRange(PlacesOf(text, i));
            }
        }

        for (var words = 2; left.Count > 0; words++)
        {
            left = Lengthen(left, words, texts, frequencies);
            frequencies = Count(left.SelectMany(p => p.RunsOf(words + 1, texts)).Select(r => r.Run));
        }
    }

    /// <summary>Takes what is rare, or can't be lengthened, and returns the others.</summary>
    private List<Place> Lengthen(List<Place> places, int words, IReadOnlyList<ShownText> texts, Dictionary<ulong, int> frequencies)
    {
        List<Place> left = [];
        foreach (var place in places)
        {
            var (run, start) = place.RunsOf(words, texts).MinBy(r => (frequencies[r.Run], r.Run));
            if (frequencies[run] > _mostTextsOfRare && place.RunsOf(words + 1, texts).Any() && words < MostWords)
            {
                left.Add(place);
                continue;
            }

            Add(run, place.Text);
            for (var shorter = 2; shorter < words; shorter++)
            {
                _continued.Add(texts[place.Text].RunAt(start, shorter));
            }
        }

        return left;
    }

    private void Add(ulong run, int text)
    {
        var list = _anchors.TryGetValue(run, out var known) ? known : _anchors[run] = [];
        if (list.Count == 0 || list[^1] != text)
        {
            list.Add(text);
        }
    }

    /// <summary>The text's pairs in as many groups of neighbours as one has to be there of.</summary>
    private static IEnumerable<Place> PlacesOf(ShownText text, int index)
    {
        var count = AnchorsOf(text.Pairs.Length);
        return Enumerable.Range(0, count).Select(i => new Place(index, text.Pairs.Length * i / count, text.Pairs.Length * (i + 1) / count));
    }

    private static Dictionary<ulong, int> Count(IEnumerable<ulong> runs)
    {
        var frequencies = new Dictionary<ulong, int>();
        foreach (var run in runs)
        {
            frequencies[run] = frequencies.GetValueOrDefault(run) + 1;
        }

        return frequencies;
    }

    private static int AnchorsOf(int pairs) => pairs - (int)Math.Ceiling(pairs * MessageIndex.FewestShare) + 1;

    /// <summary>Some pairs of a text.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="First">The first of its pairs.</param>
    /// <param name="End">The pair behind the last.</param>
    private readonly record struct Place(int Text, int First, int End)
    {
        /// <summary>All runs of so many words within it, and where each begins.</summary>
        public IEnumerable<(ulong Run, int Start)> RunsOf(int words, IReadOnlyList<ShownText> texts)
        {
            var pairs = texts[Text].Pairs;
            for (var i = First; i + words - 2 < End; i++)
            {
                // Pairs that follow one another in the text: their places do.
                if (pairs[i + words - 2] - pairs[i] == words - 2)
                {
                    yield return (texts[Text].RunAt(pairs[i], words), pairs[i]);
                }
            }
        }
    }
}
