using System.Collections.Concurrent;
using Lucene.Net.Index;

namespace KbApi.Search.Indexing;

/// <summary>A part and Lucene's documents of it.</summary>
/// <param name="Part">The part.</param>
/// <param name="Documents">Its documents, in order.</param>
internal sealed record MadePart(IndexedPart Part, IReadOnlyList<IEnumerable<IIndexableField>> Documents);

/// <summary>Makers of documents, as many as are at work at once. Safe for several threads.</summary>
/// <param name="model">What the content teaches of its languages.</param>
internal sealed class MakerPool(LanguageModel model) : IDisposable
{
    private readonly ConcurrentBag<Dictionary<string, DocumentMaker>> _idle = [];

    public MadePart Make(IndexedPart part)
    {
        var makers = _idle.TryTake(out var idle) ? idle : new Dictionary<string, DocumentMaker>(StringComparer.Ordinal);
        var language = part.Article.Locale.Language;
        if (!makers.TryGetValue(language, out var maker))
        {
            makers.Add(language, maker = new DocumentMaker(language, model.LexiconOf(language)));
        }

        MadePart made = new(part, [.. part.Items.Select(maker.Make)]);
        _idle.Add(makers);
        return made;
    }

    public void Dispose()
    {
        foreach (var maker in _idle.SelectMany(makers => makers.Values))
        {
            maker.Dispose();
        }
    }
}
