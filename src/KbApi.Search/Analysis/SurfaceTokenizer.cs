using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;

namespace KbApi.Search.Analysis;

/// <summary>
/// Cuts text into words as Unicode says (UAX 29): identifiers whole and in parts, scripts without spaces in overlapping pairs.
/// Keeps its state between texts: one thread at a time.
/// </summary>
internal sealed class SurfaceTokenizer : IDisposable
{
    private const WordDelimiterFlags Parts =
        WordDelimiterFlags.GENERATE_WORD_PARTS | WordDelimiterFlags.SPLIT_ON_CASE_CHANGE | WordDelimiterFlags.PRESERVE_ORIGINAL | WordDelimiterFlags.STEM_ENGLISH_POSSESSIVE;

    private readonly StandardTokenizer _tokenizer;
    private readonly TokenStream _stream;
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly ITypeAttribute _type;

    /// <param name="language">The language of the texts.</param>
    /// <param name="hasSingles">Whether single characters of scripts without spaces count as well: in content they do, in a query only where nothing else stands.</param>
    public SurfaceTokenizer(string language, bool hasSingles)
    {
        _tokenizer = new StandardTokenizer(LuceneText.Version, TextReader.Null);
        TokenStream stream = new CJKWidthFilter(_tokenizer);
        stream = new WordDelimiterFilter(LuceneText.Version, stream, Parts, protWords: null);
        stream = new LowerCaseFilter(LuceneText.Version, stream);
        if (LanguageTable.ElidedArticles(language) is { } articles)
        {
            stream = new ElisionFilter(stream, articles);
        }

        _stream = new CJKBigramFilter(stream, CJKScript.HAN | CJKScript.HIRAGANA | CJKScript.KATAKANA | CJKScript.HANGUL, hasSingles);
        _term = _stream.AddAttribute<ICharTermAttribute>();
        _offset = _stream.AddAttribute<IOffsetAttribute>();
        _type = _stream.AddAttribute<ITypeAttribute>();
    }

    /// <summary>Adds the words of a text in order.</summary>
    public void Read(string text, List<SurfaceToken> tokens)
    {
        _tokenizer.SetReader(new StringReader(text));
        _stream.Reset();
        var whole = (Start: -1, End: -1);
        while (_stream.IncrementToken())
        {
            var (start, end) = (_offset.StartOffset, _offset.EndOffset);
            var isIdeographs = _type.Type is CJKBigramFilter.DOUBLE_TYPE or CJKBigramFilter.SINGLE_TYPE;
            var isPart = !isIdeographs && start >= whole.Start && end <= whole.End && (start, end) != whole;
            if (isPart && _term.Length == 1)
            {
                continue;
            }

            whole = isPart ? whole : (start, end);
            tokens.Add(new SurfaceToken(_term.ToString()!, start, end, isIdeographs ? TokenKind.Ideographs : isPart ? TokenKind.Part : TokenKind.Word));
        }

        _stream.End();
        _stream.Dispose();
    }

    public void Dispose()
    {
        _stream.Dispose();
        _tokenizer.Dispose();
    }
}
