using KbApi.Search.Indexing;
using Lucene.Net.Index;

namespace KbApi.Search.Queries;

/// <summary>A term of the index, found once for all that is asked of it.</summary>
internal sealed class IndexTerm
{
    private readonly IndexReader _reader;
    private readonly Lazy<TermContext> _inNames;
    private readonly TermContext _inTexts;

    private IndexTerm(IndexReader reader, string text, TermContext inTexts)
    {
        Text = text;
        _reader = reader;
        _inTexts = inTexts;
        MostScore = (float)Math.Log(1 + ((reader.MaxDoc - inTexts.DocFreq + 0.5) / (inTexts.DocFreq + 0.5))) * (IndexBuilder.Saturation + 1);
        _inNames = new Lazy<TermContext>(() => Find(IndexFields.Name));
    }

    /// <summary>The term.</summary>
    public string Text { get; }

    /// <summary>How many documents have it.</summary>
    public int Count => _inTexts.DocFreq;

    /// <summary>The term, or null where no text has it.</summary>
    public static IndexTerm? Find(IndexReader reader, string text)
    {
        var context = TermContext.Build(reader.Context, new Term(IndexFields.Text, text));
        return context.DocFreq > 0 ? new IndexTerm(reader, text, context) : null;
    }

    /// <summary>What no document scores more than for it, whatever its length and however often it has it: the limit of BM25.</summary>
    public float MostScore { get; }

    /// <summary>Where a field has it.</summary>
    /// <param name="field"><see cref="IndexFields.Text"/> or <see cref="IndexFields.Name"/>.</param>
    public TermContext In(string field) => field == IndexFields.Text ? _inTexts : _inNames.Value;

    private TermContext Find(string field) => TermContext.Build(_reader.Context, new Term(field, Text));
}
