using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;

namespace KbApi.Rules.Drift;

/// <summary>How far the documents of some locales have drifted from their originals.</summary>
/// <param name="SourceLocale">The locale of the originals.</param>
/// <param name="Articles">Each document with its original, ordered by locale and id.</param>
public sealed record DriftReport(LocaleTag SourceLocale, ImmutableArray<ArticleDrift> Articles)
{
    /// <summary>Whether anything is not current.</summary>
    public bool HasDrift => Articles.Any(a => a.State != DriftState.Current);
}

/// <summary>A document and its original.</summary>
/// <param name="Id">The id of the article.</param>
/// <param name="Locale">The locale of the document.</param>
/// <param name="Title">Its title; the original's where there is no document.</param>
/// <param name="OriginalPath">The file of the original, or null where there is none.</param>
/// <param name="Path">The file of the document, or null where there is none.</param>
/// <param name="Revision">Which revision was translated.</param>
/// <param name="Items">What both hold, in the order of the original; what only the document has comes last.</param>
public sealed record ArticleDrift(
    string Id, LocaleTag Locale, string Title, string? OriginalPath, string? Path, RevisionDrift Revision, ImmutableArray<ItemDrift> Items)
{
    /// <summary>The worst state of all in it.</summary>
    public DriftState State =>
        Path is null ? DriftState.Missing
        : OriginalPath is null ? DriftState.Orphan
        : Items.Select(i => i.State).Append(Revision.Reason is null ? DriftState.Current : DriftState.Stale).Max();
}

/// <summary>Which revision of the original a document was made from, as far as both say.</summary>
/// <param name="Translated">The revision that the document names, or null.</param>
/// <param name="IsCompared">Whether the original of that revision was read: then texts that were reworded since are found, too.</param>
/// <param name="Reason">Why the document is of another revision, or null where it is not, or nobody can tell.</param>
public sealed record RevisionDrift(string? Translated, bool IsCompared, DriftReason? Reason)
{
    /// <summary>Nothing is known.</summary>
    public static RevisionDrift Unknown { get; } = new(null, false, null);
}

/// <summary>What an item of a document is.</summary>
public enum DriftItemKind
{
    /// <summary>A problem.</summary>
    Entry,

    /// <summary>Numbered steps.</summary>
    Procedure,

    /// <summary>Measures in order.</summary>
    Ladder,

    /// <summary>What a report contains.</summary>
    Checklist,
}

/// <summary>Something that an article knows, and how it stands to the original.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title in the document, or in the original where the document does not have it.</param>
/// <param name="State">The worst state of its fields.</param>
/// <param name="Original">All of it in the original, or null.</param>
/// <param name="Here">All of it in the document, or null.</param>
/// <param name="Fields">Its fields, in the order of the model; empty where one side does not have it.</param>
public sealed record ItemDrift(
    DriftItemKind Kind, string Id, string Title, DriftState State, Location? Original, Location? Here, ImmutableArray<FieldDrift> Fields);

/// <summary>A field, and how it stands to the original.</summary>
/// <param name="Name">Its name in the spelling of the API: <c>codes</c>, <c>causes</c>, <c>resolution</c> …</param>
/// <param name="State">How it stands to the original.</param>
/// <param name="Reasons">Why; empty unless stale.</param>
/// <param name="Original">Where it stands in the original, or null.</param>
/// <param name="Here">Where it stands in the document, or null.</param>
public sealed record FieldDrift(string Name, DriftState State, ImmutableArray<DriftReason> Reasons, Location? Original, Location? Here);
