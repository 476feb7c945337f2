using System.Collections.Immutable;
using KbApi.Content.Alignment;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;

namespace KbApi.Content.Loading;

/// <summary>An article in all its locales, aligned: what becomes of some files together, whatever other files there are. Immutable.</summary>
/// <param name="Id">The id of the article.</param>
/// <param name="Files">The files, in order.</param>
/// <param name="Articles">The variants, that of the default locale first.</param>
/// <param name="Duplicates">What is said of files that are an article again which another file is already, by path.</param>
internal sealed record ArticleGroup(string Id, ImmutableArray<LoadedFile> Files, ImmutableArray<Article> Articles, ImmutableArray<(string Path, Diagnostic Diagnostic)> Duplicates)
{
    /// <summary>What the files make.</summary>
    /// <param name="files">The files of an article, in order.</param>
    /// <param name="context">How they are read.</param>
    public static ArticleGroup Of(ImmutableArray<LoadedFile> files, LoadContext context)
    {
        var first = new Dictionary<LocaleTag, LoadedFile>();
        var duplicates = ImmutableArray.CreateBuilder<(string, Diagnostic)>();
        foreach (var file in files)
        {
            var article = file.Article!;
            if (!first.TryAdd(article.Locale, file))
            {
                duplicates.Add((file.RelativePath, Diagnostic.Create(
                    ReadingDiagnostics.SameArticle, Location.OfFile(article.Text.Path), article.Id, article.Locale.Value, first[article.Locale].Article!.Text.Path)));
            }
        }

        var articles = TableBorrowing.Apply([.. first.Values.Select(f => f.Article!)], context.Options.DefaultLocale, ReadAgain);
        var ordered = articles.OrderByDescending(a => a.Locale == context.Options.DefaultLocale).ThenBy(a => a.Locale);
        return new ArticleGroup(files[0].Article!.Id, files, LocaleAligner.Align(ordered, context.Options.DefaultLocale), duplicates.ToImmutable());

        Article ReadAgain(Article article, IReadOnlyList<TableRoles?> borrowed) =>
            context.Configuration.Reader.Read(article.Text, article.Id, article.Locale, borrowed, context.Includes.For(first[article.Locale].RelativePath));
    }

    /// <summary>Whether it stands where another stood: groups with the default locale come first, then those with the first locale, and so on.</summary>
    public bool HasPlaceOf(ArticleGroup other) => Articles[0].Locale == other.Articles[0].Locale;

    /// <summary>The order of the documents.</summary>
    /// <param name="defaultLocale">The locale that comes first.</param>
    public static Comparer<ArticleGroup> Order(LocaleTag defaultLocale) => Comparer<ArticleGroup>.Create((x, y) =>
    {
        var (left, right) = (x.Articles[0].Locale, y.Articles[0].Locale);
        var byLocale = left == right ? 0 : left == defaultLocale ? -1 : right == defaultLocale ? 1 : left.CompareTo(right);
        return byLocale != 0 ? byLocale : string.CompareOrdinal(x.Id, y.Id);
    });
}
