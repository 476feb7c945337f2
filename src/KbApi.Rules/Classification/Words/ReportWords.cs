namespace KbApi.Rules.Classification.Words;

/// <summary>A word of a report.</summary>
/// <param name="Id">Its id in the vocabulary, or -1 where no document has it.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is as written.</param>
internal readonly record struct ReportWord(int Id, int Start, int Length);

/// <summary>The words of a text of a report, in order, and the first place of each.</summary>
internal sealed class ReportWords
{
    public ReportWords(string text, Vocabulary vocabulary)
    {
        Span<char> buffer = stackalloc char[TermReader.BufferLength];
        var words = new List<ReportWord>();
        var reader = new TermReader(text, buffer);
        while (reader.Next())
        {
            var id = vocabulary.IdOf(reader.Term);
            words.Add(new ReportWord(id, reader.Start, reader.Length));
            if (id >= 0 && First.TryAdd(id, words.Count - 1))
            {
                Weight += vocabulary.WeightOf(id);
            }
            else if (id < 0 && reader.Length > 3 && !FunctionWords.Terms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(reader.Term))
            {
                Strange++;
            }
        }

        Words = words;
    }

    public IReadOnlyList<ReportWord> Words { get; }

    /// <summary>The place in <see cref="Words"/> where each known word stands first.</summary>
    public Dictionary<int, int> First { get; } = [];

    /// <summary>How much the distinct known words say together.</summary>
    public double Weight { get; private set; }

    /// <summary>The number of words that no document has.</summary>
    public int Strange { get; private set; }
}
