using System.Buffers.Text;
using System.Globalization;
using System.Text;
using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Documents;
using KbApi.Server.Entries;
using KbApi.Server.Http;
using KbApi.Server.Snapshots;
using ModelContextProtocol.Protocol;

namespace KbApi.Server.Mcp.Resources;

/// <summary>Every entry in every locale that it exists in, as Markdown.</summary>
internal sealed class EntryResources(SnapshotStore store)
{
    private const int PageSize = 100;
    private const int MaxCursorLength = 2000;

    /// <summary>How entries are addressed.</summary>
    public static ResourceTemplate Template { get; } = new()
    {
        Name = "entry",
        Title = "Entry",
        UriTemplate = EntryUri.Template,
        Description = "One documented problem in one language: what it means and what to do. The id is the one that the tools answer with; a locale without a text of its own falls back to the nearest.",
        MimeType = Representations.Markdown,
    };

    /// <summary>A page of entries in the order of the documents.</summary>
    /// <param name="cursor">Where it begins: what the page before said; null for the first.</param>
    /// <param name="cancellation">Ends the waiting for content.</param>
    /// <returns>The page, or null where the cursor can't be read or its entry is gone.</returns>
    public async ValueTask<ListResourcesResult?> ListAsync(string? cursor, CancellationToken cancellation)
    {
        var knowledgeBase = (await store.GetAsync(cancellation)).KnowledgeBase;
        var entries = knowledgeBase.Entries.Items.SelectMany(i => i.Variants).ToList();
        var start = 0;
        if (cursor is not null)
        {
            var last = Read(cursor);
            start = entries.FindIndex(e => EntryUri.Of(e.Locale, e.Id) == last) + 1;
            if (start == 0)
            {
                return null;
            }
        }

        var page = entries.Skip(start).Take(PageSize).Select(Describe).ToList();
        return new ListResourcesResult { Resources = page, NextCursor = start + PageSize < entries.Count ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(page[^1].Uri)) : null };
    }

    /// <summary>An entry's text, or null where there is none with this address.</summary>
    public async ValueTask<ReadResourceResult?> ReadAsync(string uri, CancellationToken cancellation)
    {
        var snapshot = await store.GetAsync(cancellation);
        if (EntryUri.TryRead(uri) is not var (locale, id) || snapshot.KnowledgeBase.Entries.Find(id) is not { } item)
        {
            return null;
        }

        var scope = new AnswerScope(snapshot, RequestLocale.Of(locale, acceptLanguage: null, Fallback.Entry, snapshot.KnowledgeBase)) { Detail = Detail.Full };
        return new EntryMapper(scope).Map(item) is { } entry
            ? new ReadResourceResult
            {
                Contents = [new TextResourceContents { Uri = uri, MimeType = Representations.Markdown, Text = MarkdownWriter.Write(EntryProse.Write(entry, scope)) }],
            }
            : null;
    }

    private static Resource Describe(Entry entry) => new()
    {
        Uri = EntryUri.Of(entry.Locale, entry.Id),
        Name = entry.Id,
        Title = entry.Title.Text,
        Description = string.Create(CultureInfo.InvariantCulture, $"{entry.Locale.Value}: {string.Join(", ", entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code.Value))}").TrimEnd(' ', ':'),
        MimeType = Representations.Markdown,
    };

    private static string? Read(string cursor)
    {
        if (cursor.Length > MaxCursorLength || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
    }
}
