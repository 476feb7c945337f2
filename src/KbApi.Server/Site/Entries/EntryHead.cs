using System.Globalization;
using System.Text.Json.Nodes;
using KbApi.Content.Model;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Entries;

/// <summary>What machines are told of an entry's page: the same in other languages and forms, and its question and answer as linked data.</summary>
internal static class EntryHead
{
    private const string IsoDate = "yyyy-MM-dd";

    public static Html Of(Entry entry, Localized<Entry> item, Article article, SiteRequest request)
    {
        var path = request.Context.Request.PathBase + "/entries/" + Address.Escape(entry.Id);
        var api = request.Context.Request.PathBase + "/v1/entries/" + Address.Escape(entry.Id);
        var page = request.Origin + "/entries/" + Address.Escape(entry.Id);
        KeyValuePair<string, string?> locale = new("locale", entry.Locale.Value);
        return Html.Of($"""
            <link rel="canonical" href="{Absolute(path, request, [locale])}">
            {Html.Each(item.Variants, v => Html.Of($"""<link rel="alternate" hreflang="{v.Locale.Value}" href="{Absolute(path, request, [new("locale", v.Locale.Value)])}">"""))}
            <link rel="alternate" type="application/json" href="{Absolute(api, request, [locale])}">
            <link rel="alternate" type="application/json+oembed" title="{entry.Title.Text}" href="{Absolute(request.Context.Request.PathBase + "/oembed", request, [new("url", page + "?locale=" + entry.Locale.Value), new("format", "json")])}">
            {Html.OfLinkedData(Data(entry, article, page))}
            """);
    }

    /// <summary>The entry in schema.org's words: a question, and its answer.</summary>
    public static JsonObject Data(Entry entry, Article article, string page)
    {
        var answer = entry.Resolution?.Text ?? entry.Descriptions.FirstOrDefault()?.Text ?? entry.Causes.FirstOrDefault()?.Text;
        var question = new JsonObject { ["@type"] = "Question", ["name"] = entry.Title.Text };
        if (answer is not null)
        {
            question["acceptedAnswer"] = new JsonObject { ["@type"] = "Answer", ["text"] = answer };
        }

        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "FAQPage",
            ["@id"] = page,
            ["url"] = $"{page}?locale={entry.Locale.Value}",
            ["inLanguage"] = entry.Locale.Value,
            ["name"] = entry.Title.Text,
            ["identifier"] = new JsonArray([.. entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => (JsonNode)c.Code.Value)]),
            ["isPartOf"] = new JsonObject { ["@type"] = "TechArticle", ["name"] = article.Title.Text },
            ["mainEntity"] = new JsonArray(question),
        };
        if (DateOnly.TryParseExact(article.Revision.Date, IsoDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            data["dateModified"] = date.ToString(IsoDate, CultureInfo.InvariantCulture);
        }

        return data;
    }

    private static Address Absolute(string path, SiteRequest request, IEnumerable<KeyValuePair<string, string?>> query) =>
        Address.OfSite(path, query).On($"{request.Context.Request.Scheme}://{request.Context.Request.Host}");
}
