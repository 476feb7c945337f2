using KbApi.Content.Model;
using KbApi.Server.Contracts;
using KbApi.Server.Http;

namespace KbApi.Server.Articles;

/// <summary>Makes answers of articles.</summary>
internal static class ArticleMapper
{
    public static ArticleSummary Summarize(Localized<Article> item, ApiRequest request)
    {
        var article = request.Locale.Choose(item)!;
        return new ArticleSummary
        {
            Id = article.Id,
            Locale = article.Locale.Value,
            RequestedLocale = request.Locale.Requested.Value,
            IsFallback = request.IsFallback(article.Locale),
            Title = article.Title.Text,
            Description = article.Description,
            Product = article.Product,
            Entries = article.Entries.Length,
            Source = SourceOf(article),
            Date = article.Revision.Date,
            Locales = [.. item.Variants.Select(v => v.Locale.Value)],
        };
    }

    public static ArticleResponse Map(Localized<Article> item, Article article, ApiRequest request) => new()
    {
        Id = article.Id,
        Locale = article.Locale.Value,
        RequestedLocale = request.Locale.Requested.Value,
        IsFallback = request.IsFallback(article.Locale),
        Title = article.Title.Text,
        Description = article.Description,
        Product = article.Product,
        Entries = article.Entries.Length,
        Source = SourceOf(article),
        Date = article.Revision.Date,
        Locales = [.. item.Variants.Select(v => v.Locale.Value)],
        Sections = [.. article.Sections.Select(s => new SectionResponse
        {
            Anchor = s.Anchor,
            Title = s.Title.Text,
            Level = s.Level,
            Line = article.Text.GetLine(s.Span.Start) + 1,
        })],
        EntryIds = [.. article.Entries.Select(e => e.Id)],
        Procedures = [.. article.Procedures.Select(p => p.Id)],
        Ladders = [.. article.Ladders.Select(l => l.Id)],
        Checklists = [.. article.Checklists.Select(c => c.Id)],
    };

    private static SourceResponse SourceOf(Article article) => new()
    {
        Path = article.Text.Path,
        StartLine = 1,
        EndLine = article.Text.LineCount,
        Revision = article.Text.Revision,
    };
}
