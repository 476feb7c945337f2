using KbApi.Content.Model;

namespace KbApi.Cli.Drift;

/// <summary>What is to be compared with what.</summary>
/// <param name="Paths">Documents and folders.</param>
/// <param name="Source">The originals: a path, or a locale of the documents; null for those in the default locale.</param>
/// <param name="Locale">The only locale to look at, or null.</param>
/// <param name="DefaultLocale">The locale of documents that state none.</param>
internal sealed record DriftInput(string[] Paths, string? Source, LocaleTag? Locale, LocaleTag DefaultLocale)
{
    /// <summary>Whether the originals stand elsewhere.</summary>
    public bool HasSourcePath => Source is not null && (Directory.Exists(Source) || File.Exists(Source));

    /// <summary>The locale of the originals where they stand among the documents.</summary>
    public LocaleTag SourceLocale => LocaleTag.TryParse(Source, out var locale) ? locale : DefaultLocale;

    /// <summary>Whether the source is neither a path nor a locale.</summary>
    public bool IsSourceUnknown => Source is not null && !HasSourcePath && !LocaleTag.TryParse(Source, out _);
}
