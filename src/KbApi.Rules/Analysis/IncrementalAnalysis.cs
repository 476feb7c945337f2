using System.Collections.Concurrent;
using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Rules.Analysis;

/// <summary>
/// Runs analyzers over content that changes, again and again: an article is looked at anew when one of its locales was read anew, or
/// when an analyzer asked for all content on its account. The findings are those of a run over everything. Safe for several threads.
/// </summary>
/// <param name="driver">Runs the analyzers.</param>
public sealed class IncrementalAnalysis(AnalyzerDriver driver)
{
    private readonly ConcurrentDictionary<string, Remembered> _articles = new(StringComparer.Ordinal);

    /// <summary>All findings about content, those of reading it included; suppressed ones left out.</summary>
    /// <param name="knowledgeBase">The content, loaded by one loader from run to run.</param>
    /// <param name="cancellation">Ends the run early; what was found until then is remembered.</param>
    public ImmutableArray<Diagnostic> Analyze(KnowledgeBase knowledgeBase, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var found = driver.Analyze(knowledgeBase, this, cancellation);
        foreach (var id in _articles.Keys.Where(id => knowledgeBase.Articles.Find(id) is null))
        {
            _articles.TryRemove(id, out _);
        }

        return found;
    }

    /// <summary>What was found in an article in all its locales when its texts were these; null where they were others.</summary>
    internal ImmutableArray<Diagnostic>? Recall(Localized<Article> articles) =>
        _articles.TryGetValue(articles.Id, out var known) && known.Texts.AsEnumerable().SequenceEqual(articles.Variants.Select(v => v.Text), ReferenceEqualityComparer.Instance)
            ? known.Found
            : null;

    internal void Remember(Localized<Article> articles, IEnumerable<Diagnostic> found) =>
        _articles[articles.Id] = new Remembered([.. articles.Variants.Select(v => v.Text)], [.. found]);

    /// <summary>A text is another object when it, or what it includes, or the reader's configuration was read again.</summary>
    private sealed record Remembered(ImmutableArray<SourceText> Texts, ImmutableArray<Diagnostic> Found);
}
