using KbApi.Content.Model;
using KbApi.Translation.Export;

namespace KbApi.Translation.Import;

/// <summary>What is taken back, and how.</summary>
/// <param name="Source">The locale of the originals.</param>
/// <param name="Target">The locale of the translations.</param>
public sealed record ImportOptions(LocaleTag Source, LocaleTag Target)
{
    /// <summary>Whether documents are made of the original's structure anew, also where there is a translation; its own metadata is lost.</summary>
    public bool FromSource { get; init; }

    /// <summary>Units whose state is below are left out; those that state none count as translated.</summary>
    public UnitState LeastState { get; init; } = UnitState.Initial;
}
