using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>What of an entry stays the same in translation: codes, numbers, addresses, literal names.</summary>
internal sealed class EntryFeatures
{
    private readonly ImmutableHashSet<string> _features;

    private EntryFeatures(ImmutableHashSet<string> features) => _features = features;

    public static EntryFeatures Of(Entry entry)
    {
        var features = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        features.UnionWith(entry.Codes.Select(c => c.Code.Value));
        features.UnionWith(entry.Links.Select(l => l.Target));
        foreach (var text in TextsOf(entry))
        {
            AddInvariantWords(text, features);
        }

        return new EntryFeatures(features.ToImmutable());
    }

    /// <summary>The share of features in common (Jaccard), from 0 to 1.</summary>
    public double SimilarityTo(EntryFeatures other)
    {
        var common = _features.Count(other._features.Contains);
        var all = _features.Count + other._features.Count - common;
        return all == 0 ? 0 : (double)common / all;
    }

    private static IEnumerable<string> TextsOf(Entry entry) =>
    [
        .. entry.Symptoms.Select(s => s.Text), .. entry.Descriptions.Select(d => d.Text), .. entry.TechnicalDetails.Select(d => d.Text),
        .. entry.Causes.Select(c => c.Text), entry.Resolution?.Text ?? "",
    ];

    /// <summary>Words with a digit, or with capitals inside: translation leaves them alone.</summary>
    private static void AddInvariantWords(string text, ImmutableHashSet<string>.Builder features)
    {
        foreach (var range in text.AsSpan().SplitAny([' ', '\n', ',', ';', '(', ')', '"', '\u201C', '\u201D']))
        {
            var word = text.AsSpan(range).Trim(".:-\u2013");
            if (word.Length > 0 && (word.ContainsAnyInRange('0', '9') || (word.Length > 2 && word[1..].ContainsAnyInRange('A', 'Z'))))
            {
                features.Add(word.ToString());
            }
        }
    }
}
