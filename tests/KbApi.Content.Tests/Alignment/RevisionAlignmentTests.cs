using System.Globalization;
using KbApi.Content.Alignment;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Text;
using Xunit.Abstractions;

namespace KbApi.Content.Tests.Alignment;

/// <summary>Measures how the revisions of one real article in seventeen locales are paired, row by row.</summary>
public sealed class RevisionAlignmentTests(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<Article>> Articles = new(() =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "sspr"), "*.md", SearchOption.AllDirectories).Append(Repository.Seed).Order(StringComparer.Ordinal).Select(Read).Where(IsOneText)]);

    [CorpusFact]
    public void English_originals_pair_with_every_locale_and_revision() =>
        Measure(Articles.Value.Where(a => a.Locale.Language == "en").SelectMany(_ => Articles.Value, (original, other) => (original, other)));

    [CorpusFact]
    public void Revisions_in_one_locale_pair() =>
        Measure(Articles.Value.SelectMany(a => Articles.Value.Where(b => a.Locale == b.Locale), (original, other) => (original, other)));

    private void Measure(IEnumerable<(Article Original, Article Other)> documents)
    {
        var sum = Tally.None;
        foreach (var (original, other) in documents.Where(d => d.Original != d.Other))
        {
            var tally = Judge(original, other);
            sum += tally;
            output.WriteLine($"{tally}  {Name(original)} <> {Name(other)}");
        }

        output.WriteLine($"{sum}  all");
        Assert.True(sum.Codes > 1000 && sum.Rows > 500);
        Assert.Equal(sum.Codes, sum.CodesRight);
        Assert.InRange((double)sum.RowsRight / sum.Rows, 0.95, 1);
    }

    /// <summary>
    /// Compares the pairs with the codes of rows; and rows without with their places, where the tables are as long and both texts are of
    /// one generation: those with codes for users were written anew.
    /// </summary>
    private static Tally Judge(Article original, Article other)
    {
        var partners = EntryAlignment.Pair(original, other).ToDictionary(p => p.Original, p => p.Translation, (IEqualityComparer<Entry>)ReferenceEqualityComparer.Instance);
        var (left, right) = (ByKey(original), ByKey(other));
        var keys = left.Keys.Intersect(right.Keys).ToList();
        var tally = new Tally(keys.Count, keys.Count(k => partners.GetValueOrDefault(left[k]) == right[k]), 0, 0);
        var (tables, others) = (SymptomTables(original), SymptomTables(other));
        if (tables.Count != others.Count || HasCodesForUsers(original) != HasCodesForUsers(other))
        {
            return tally;
        }

        foreach (var (rows, same) in tables.Zip(others).Where(t => t.First.Count == t.Second.Count))
        {
            tally += new Tally(0, 0, rows.Count, rows.Zip(same).Count(p => partners.GetValueOrDefault(p.First) == p.Second));
        }

        return tally;
    }

    private static bool HasCodesForUsers(Article article) => article.Entries.Any(e => e.Codes.Any(c => c.Code.Value == "SSPR_0009"));

    /// <summary>Whether a page is one text: some copies show the translation and the original beside each other in every cell.</summary>
    private static bool IsOneText(Article article) => !article.Text.Content.Contains("\"sxs-lookup\"", StringComparison.Ordinal);

    /// <summary>Rows by the code in their first cell, where no other row has it there.</summary>
    private static Dictionary<string, Entry> ByKey(Article article) =>
        article.Entries.Where(e => e.Shape == EntryShape.Row && !e.Codes.IsEmpty && IsInFirstCell(article.Text[e.Span.Start < e.Codes[0].Span.Start ? new TextSpan(e.Span.Start, e.Codes[0].Span.Start - e.Span.Start) : default]))
            .GroupBy(e => e.Codes[0].Code.Value, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);

    private static bool IsInFirstCell(string before) => before.AsSpan(Math.Min(1, before.Length)).Count('|') == 0 && before.AsSpan().Count("<td") < 2;

    private static List<List<Entry>> SymptomTables(Article article) =>
        [.. article.Entries.Where(e => e.Shape == EntryShape.Row).GroupBy(e => e.Section).Where(g => g.Any(e => e.Codes.IsEmpty)).Select(g => g.ToList())];

    private static Article Read(string path)
    {
        var file = ContentFile.OnDisk(path, Path.GetRelativePath(Repository.Corpus, path));
        return new KnowledgeBaseLoader().Load([file]).Articles.Items.Single().Variants.Single();
    }

    private static string Name(Article article) => Path.GetRelativePath(Repository.Corpus, article.Text.Path);

    private sealed record Tally(int Codes, int CodesRight, int Rows, int RowsRight)
    {
        public static Tally None { get; } = new(0, 0, 0, 0);

        public static Tally operator +(Tally a, Tally b) => new(a.Codes + b.Codes, a.CodesRight + b.CodesRight, a.Rows + b.Rows, a.RowsRight + b.RowsRight);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"codes {CodesRight,4}/{Codes,-4} symptoms {RowsRight,4}/{Rows,-4}");
    }
}
