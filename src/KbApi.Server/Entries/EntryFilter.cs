using KbApi.Content.Model;

namespace KbApi.Server.Entries;

/// <summary>Which entries a list holds.</summary>
internal sealed record EntryFilter(string? Article, string? Section, string? Surface, string? Scheme, string? Source, string? Severity)
{
    /// <summary>The severity as a value; null where it is none.</summary>
    public EntrySeverity? ParsedSeverity => Severity switch
    {
        "error" => EntrySeverity.Error,
        "warning" => EntrySeverity.Warning,
        "info" => EntrySeverity.Info,
        _ => null,
    };

    public bool Passes(Entry entry) =>
        Is(Article, entry.ArticleId)
        && Is(Section, entry.Section)
        && Is(Surface, entry.Section)
        && (ParsedSeverity is null || entry.Severity == ParsedSeverity)
        && (Scheme is null || entry.Codes.Any(c => Is(Scheme, c.Code.Scheme)))
        && (Source is null || Is(Source, entry.Source) || entry.Codes.Any(c => Is(Source, c.Code.Source)));

    private static bool Is(string? wanted, string? actual) => wanted is null || string.Equals(wanted, actual, StringComparison.OrdinalIgnoreCase);
}
