using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KbApi.Content.Model;
using KbApi.Search.Indexing;

namespace KbApi.Search.Storage;

/// <summary>What an index was made of.</summary>
/// <param name="Hash">The hash of all of it.</param>
/// <param name="Articles">The hash of what is found in each article, by the article's key.</param>
internal sealed record IndexManifest(string Hash, ImmutableSortedDictionary<string, string> Articles)
{
    /// <summary>Changes when the same content is indexed otherwise.</summary>
    private const string FormatVersion = "1";
    private const string FileName = "manifest.txt";
    private const int ArticlesAtOnce = 16;

    public static IndexManifest Of(KnowledgeBase knowledgeBase, IndexingOptions options, CancellationToken cancellation)
    {
        var articles = OrderedWork.Map(
            knowledgeBase.Articles.Items.SelectMany(a => a.Variants).Chunk(ArticlesAtOnce),
            some => Array.ConvertAll(some, a => KeyValuePair.Create(IndexFields.KeyOf(a), KnownHashOf(a, options.Earlier) ?? IndexedItem.HashOf(a))),
            options.MaxParallelism,
            cancellation).SelectMany(some => some).ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new IndexManifest(HashOf(knowledgeBase.DefaultLocale.Value, articles), articles);
    }

    public bool IsSameIn(IndexManifest other, string key) => other.Articles.TryGetValue(key, out var hash) && hash == Articles[key];

    public void Write(string folder) => File.WriteAllLines(
        Path.Combine(folder, FileName), [FormatVersion, Hash, .. Articles.Select(a => a.Value + "\t" + a.Key.Replace('\n', '\t'))]);

    /// <summary>The manifest in a folder, or null where there is none of this format.</summary>
    public static IndexManifest? TryRead(string folder)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(folder, FileName));
            return lines is [FormatVersion, var hash, ..] && lines.Skip(2).All(l => l.Split('\t').Length == 3)
                ? new IndexManifest(hash, lines.Skip(2).Select(l => l.Split('\t')).ToImmutableSortedDictionary(l => l[1] + "\n" + l[2], l => l[0], StringComparer.Ordinal))
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string? KnownHashOf(Article article, SearchIndex? earlier) =>
        earlier?.Manifest is { } manifest && ReferenceEquals(earlier.KnowledgeBase.Articles.Find(article.Id)?.In(article.Locale), article)
            ? manifest.Articles.GetValueOrDefault(IndexFields.KeyOf(article))
            : null;

    /// <summary>Marks an index as used now.</summary>
    public static void Touch(string folder)
    {
        try
        {
            File.SetLastWriteTimeUtc(Path.Combine(folder, FileName), TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that can only be read can be searched all the same.
        }
    }

    public static DateTime LastUse(DirectoryInfo folder) => File.GetLastWriteTimeUtc(Path.Combine(folder.FullName, FileName));

    private static string HashOf(string defaultLocale, ImmutableSortedDictionary<string, string> articles)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(FormatVersion + "\n" + defaultLocale + "\n"));
        foreach (var (key, value) in articles)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(key + "\n" + value + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
