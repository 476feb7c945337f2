using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>What of an entry stays the same in translation: codes, numbers, addresses, literal names; and how much it says.</summary>
internal sealed class EntryFeatures
{
    private readonly ImmutableHashSet<string> _features;

    private EntryFeatures(ImmutableHashSet<string> features, int length)
    {
        _features = features;
        Length = length;
    }

    /// <summary>The number of characters of its texts.</summary>
    public int Length { get; }

    /// <summary>The features of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="withWords">Whether its words count, too: they compare within a language.</param>
    public static EntryFeatures Of(Entry entry, bool withWords = false)
    {
        var features = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        features.UnionWith(entry.Codes.Select(c => c.Code.Value));
        features.UnionWith(entry.Links.Select(l => l.Target));
        var length = 0;
        foreach (var text in TextsOf(entry))
        {
            AddWords(text, features, withWords);
            length += text.Length;
        }

        return new EntryFeatures(features.ToImmutable(), length);
    }

    /// <summary>The share of features in common (Jaccard), from 0 to 1.</summary>
    public double SimilarityTo(EntryFeatures other)
    {
        var common = _features.Count(other._features.Contains);
        var all = _features.Count + other._features.Count - common;
        return all == 0 ? 0 : (double)common / all;
    }

    /// <summary>How alike the lengths are, from 0 to 1, where texts of the other are <paramref name="scale"/> times as long on the whole.</summary>
    public double LengthRatioTo(EntryFeatures other, double scale)
    {
        var (here, there) = ((Length * scale) + 1, (double)other.Length + 1);
        return Math.Min(here, there) / Math.Max(here, there);
    }

    private static IEnumerable<string> TextsOf(Entry entry) =>
    [
        .. entry.Symptoms.Select(s => s.Text), .. entry.Descriptions.Select(d => d.Text), .. entry.TechnicalDetails.Select(d => d.Text),
        .. entry.Causes.Select(c => c.Text), entry.Resolution?.Text ?? "",
    ];

    /// <summary>Words with a digit, or with capitals inside: translation leaves them alone. And all others where they compare.</summary>
    private static void AddWords(string text, ImmutableHashSet<string>.Builder features, bool withWords)
    {
        foreach (var range in text.AsSpan().SplitAny([' ', '\n', ',', ';', '(', ')', '"', '\u201C', '\u201D']))
        {
            var word = text.AsSpan(range).Trim(".:-\u2013");
            if (word.Length > 0 && (withWords || word.ContainsAnyInRange('0', '9') || (word.Length > 2 && word[1..].ContainsAnyInRange('A', 'Z'))))
            {
                features.Add(word.ToString());
            }
        }
    }
}
