using System.Runtime.InteropServices;
using KbApi.Content.Model;
using KbApi.Search.Analysis;

namespace KbApi.Search.Indexing;

/// <summary>Counts the words of articles.</summary>
internal static class WordCounts
{
    public static Dictionary<string, int> Of(string language, IEnumerable<Article> articles)
    {
        using var tokenizer = new SurfaceTokenizer(language, hasSingles: false);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = new List<SurfaceToken>();
        foreach (var text in articles.SelectMany(IndexedItem.AllOf).SelectMany(i => i.Texts))
        {
            tokens.Clear();
            tokenizer.Read(text.Text, tokens);
            foreach (var token in tokens.Where(t => t.Kind == TokenKind.Word))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, token.Text, out _)++;
            }
        }

        return counts;
    }
}
