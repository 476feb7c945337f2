using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Translation.Export;

namespace KbApi.Translation.Formats;

/// <summary>A unit as it comes back from translation.</summary>
/// <param name="Article">The article, by its id or the name that its file had.</param>
/// <param name="Id">The unit.</param>
/// <param name="SourceHash">Of the original that was translated (<see cref="Units.UnitText.Hash"/>), or null where the file does not say.</param>
/// <param name="Target">The translation as marked text, or null where there is none.</param>
/// <param name="State">How far it is, or null where the file does not say.</param>
public sealed record ImportedUnit(string Article, string Id, string? SourceHash, string? Target, UnitState? State);

/// <summary>What comes back from translation in one file.</summary>
/// <param name="Source">The locale of the originals, or null where the file does not say.</param>
/// <param name="Target">The locale of the translations, or null where the file does not say.</param>
/// <param name="Units">The units, in order.</param>
public sealed record ImportedFile(LocaleTag? Source, LocaleTag? Target, ImmutableArray<ImportedUnit> Units);
