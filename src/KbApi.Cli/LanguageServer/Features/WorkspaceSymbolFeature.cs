using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Model;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>Finds entries in all documents: by code in any spelling, by the beginning of a code, by words of the title.</summary>
internal static class WorkspaceSymbolFeature
{
    private const int MaxResults = 200;

    public static IEnumerable<WorkspaceSymbol> Find(ContentSnapshot snapshot, string query)
    {
        query = query.Trim();
        var codes = snapshot.KnowledgeBase.Codes;
        var exact = query.Length == 0 ? [] : codes.Find(query).Owners.Select(o => o.EntryId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return snapshot.KnowledgeBase.Entries.Items
            .Select(e => (Entry: e, Rank: exact.Contains(e.Id) ? 0 : e.Variants.Min(v => RankOf(v, query))))
            .Where(e => e.Rank < int.MaxValue)
            .OrderBy(e => e.Rank)
            .SelectMany(e => e.Entry.Variants)
            .Take(MaxResults)
            .Select(e => new WorkspaceSymbol(NameOf(e), LspKinds.SymbolKey, DefinitionFeature.LocationOf(snapshot, e, owner: null), $"{e.ArticleId} ({e.Locale.Value})"));
    }

    private static int RankOf(Entry entry, string query)
    {
        if (entry.Codes.Any(c => c.Role == CodeRole.Identifying && c.Code.Value.StartsWith(query, StringComparison.OrdinalIgnoreCase)))
        {
            return 1;
        }

        return entry.Codes.Any(c => c.Code.Value.Contains(query, StringComparison.OrdinalIgnoreCase)) ? 2
            : entry.Title.Text.Contains(query, StringComparison.OrdinalIgnoreCase) ? 3 : int.MaxValue;
    }

    private static string NameOf(Entry entry)
    {
        var title = DocumentSymbolFeature.NameOf(entry.Title);
        return DocumentSymbolFeature.NamesOf(entry) is { } codes && !title.StartsWith(codes, StringComparison.Ordinal) ? $"{codes}: {title}" : title;
    }
}
