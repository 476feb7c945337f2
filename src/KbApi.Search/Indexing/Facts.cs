using KbApi.Content.Model;

namespace KbApi.Search.Indexing;

/// <summary>How facts about an entry are written in the index and in facets.</summary>
internal static class Facts
{
    /// <summary>The severity as the API writes it.</summary>
    public static string SeverityOf(Entry entry) => entry.Severity switch
    {
        EntrySeverity.Error => "error",
        EntrySeverity.Warning => "warning",
        _ => "info",
    };
}
