using KbApi.Content.Model;
using KbApi.Search.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace KbApi.Search.Indexing;

/// <summary>Makes Lucene's documents of items in one language. One thread at a time.</summary>
internal sealed class DocumentMaker(string language, CompoundLexicon lexicon) : IDisposable
{
    private const int GapBetweenTexts = 10;
    private const int KeptWords = 200_000;

    private readonly SurfaceTokenizer _tokenizer = new(language, hasSingles: true);
    private readonly TermExpander _expander = new(language, lexicon, KeptWords);

    // Filled anew for every item, so that they grow once.
    private readonly List<SurfaceToken> _tokens = [];
    private readonly List<WeightedTerm> _words = [];
    private readonly List<WeightedTerm> _names = [];

    public Document Make(IndexedItem item)
    {
        _words.Clear();
        _names.Clear();
        var surfaces = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in item.Texts)
        {
            _tokens.Clear();
            _tokenizer.Read(text.Text, _tokens);
            Add(text);
            surfaces.UnionWith(_tokens.Where(t => t.Kind != TokenKind.Ideographs && !t.Text.Any(char.IsDigit)).Select(t => t.Text));
        }

        var document = new Document
        {
            new Field(IndexFields.Text, new ListTokenStream(_words.ToArray()), IndexFields.Words),
            new Field(IndexFields.Name, new ListTokenStream(_names.ToArray()), IndexFields.Words),
            new Field(IndexFields.WordsOf(language), new ListTokenStream([.. surfaces.Select(s => new WeightedTerm(s, 1, 1))]), IndexFields.Vocabulary),
            new BinaryDocValuesField(IndexFields.Id, new BytesRef(item.Id + "\n" + item.Locale.Value)),
            Exact(IndexFields.ArticleKey, IndexFields.KeyOf(item.Article)),
            Exact(IndexFields.Article, item.Article.Id),
        };
        if (item.Entry is { } entry)
        {
            AddFacts(document, entry);
        }

        return document;
    }

    public void Dispose()
    {
        _tokenizer.Dispose();
        _expander.Dispose();
    }

    private void Add(IndexedText text)
    {
        var gap = GapBetweenTexts;
        foreach (var token in _tokens)
        {
            var advance = token.Kind == TokenKind.Part ? 0 : 1 + gap;
            gap = token.Kind == TokenKind.Part ? gap : 0;
            var term = _expander.Expand(token);
            AddTerm(term.Main, advance);
            foreach (var other in term.Others.Concat(term.Parts).Where(o => o != term.Main))
            {
                AddTerm(other, advance: 0);
            }
        }

        void AddTerm(string term, int advance)
        {
            _words.Add(new WeightedTerm(term, advance, text.Weight));
            if (text.IsName)
            {
                _names.Add(new WeightedTerm(term, advance, Weight: 1));
            }
        }
    }

    private static void AddFacts(Document document, Entry entry)
    {
        foreach (var code in entry.Codes)
        {
            document.Add(Exact(code.Role == CodeRole.Identifying ? IndexFields.Code : IndexFields.Mention, code.Code.Value));
        }

        foreach (var scheme in entry.Codes.Select(c => c.Code.Scheme).Distinct(StringComparer.Ordinal))
        {
            document.Add(Exact(IndexFields.Scheme, scheme));
        }

        document.Add(Exact(IndexFields.Severity, Facts.SeverityOf(entry)));
        if (entry.Section is { } section)
        {
            document.Add(Exact(IndexFields.Section, section));
        }

        if (entry.Source is { } source)
        {
            document.Add(Exact(IndexFields.Source, source.ToLowerInvariant()));
        }
    }

    private static StringField Exact(string name, string value) => new(name, value, Field.Store.NO);
}
