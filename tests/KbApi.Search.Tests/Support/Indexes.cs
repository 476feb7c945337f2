using System.Text;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Search.Tests.Support;

/// <summary>Short ways to indexes of small documents and of this repository's content.</summary>
internal static class Indexes
{
    private const string Header = "# Errors\n\n| Error | Cause | Resolution |\n|---|---|---|\n";

    public static LocaleTag English { get; } = LocaleTag.Parse("en-US");

    public static LocaleTag Swedish { get; } = LocaleTag.Parse("sv-SE");

    public static KnowledgeBase Load(params (string Path, string Text)[] files) =>
        new KnowledgeBaseLoader().Load([.. files.Select(f => ContentFile.InMemory(f.Path, Encoding.UTF8.GetBytes(f.Text)))]);

    /// <summary>An index of one table of errors, a row each: <c>title | cause | resolution</c>.</summary>
    public static SearchIndex OfRows(string locale, params string[] rows) => SearchIndex.Build(Load(Table($"{locale}/errors.md", rows)));

    public static (string Path, string Text) Table(string path, params string[] rows) =>
        (path, Header + string.Join('\n', rows.Select(r => $"| {r} |")) + "\n");

    /// <summary>The titles of the hits, best first.</summary>
    public static string[] Titles(this SearchIndex index, string query, string locale = "en-US") =>
        [.. index.Find(query, locale).Hits.Select(h => h.Title.Text)];

    public static SearchResult Find(this SearchIndex index, string query, string locale = "en-US") =>
        index.Search(new SearchRequest { Query = query, Locale = LocaleTag.Parse(locale) });
}

/// <summary>One index of this repository's content for all tests that only read.</summary>
public sealed class ContentIndex : IDisposable
{
    public KnowledgeBase KnowledgeBase { get; } = new KnowledgeBaseLoader().Load(Repository.Content);

    public SearchIndex Index { get; }

    public ContentIndex() => Index = SearchIndex.Build(KnowledgeBase);

    public void Dispose() => Index.Dispose();
}
