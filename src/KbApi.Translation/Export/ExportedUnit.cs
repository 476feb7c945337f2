using System.Collections.Immutable;
using KbApi.Translation.Alignment;
using KbApi.Translation.Units;

namespace KbApi.Translation.Export;

/// <summary>A unit with its translation.</summary>
/// <param name="Source">The unit of the original.</param>
/// <param name="Target">What the translation says so far, under the original's ids; null where it says nothing.</param>
/// <param name="State">How far the translation is.</param>
/// <param name="Faults">What the translation lacks of the original; stale, where there is any.</param>
public sealed record ExportedUnit(TranslationUnit Source, UnitText? Target, UnitState State, ImmutableArray<UnitFault> Faults)
{
    /// <summary>Whether there is a translation that no longer says what the original does.</summary>
    public bool IsStale => !Faults.IsEmpty;

    /// <summary>Where the translation stands in its document, or null.</summary>
    internal TranslationUnit? Place { get; init; }
}

/// <summary>An article that is translated.</summary>
/// <param name="Id">The article.</param>
/// <param name="Path">The original's file.</param>
/// <param name="Units">Its units, in order.</param>
public sealed record ExportedArticle(string Id, string Path, ImmutableArray<ExportedUnit> Units)
{
    /// <summary>The id with what XML allows in names of files.</summary>
    internal string FileId => string.Concat(Id.Select(c => System.Xml.XmlConvert.IsNCNameChar(c) ? c : c == '/' ? ':' : '_'));
}

/// <summary>Articles for translation from one locale to another.</summary>
/// <param name="Source">The locale of the originals.</param>
/// <param name="Target">The locale to translate to.</param>
/// <param name="Articles">The articles, in order of their ids.</param>
public sealed record TranslationExport(Content.Model.LocaleTag Source, Content.Model.LocaleTag Target, ImmutableArray<ExportedArticle> Articles);
