namespace KbApi.Content.Editing.Regions;

/// <summary>Why a region can't be written.</summary>
public enum RegionProblem
{
    /// <summary>Nothing ends it.</summary>
    NotEnded,

    /// <summary>What it shall hold is not known. Argument: the word.</summary>
    UnknownKind,

    /// <summary>Something is missing in its first line. Argument: the name.</summary>
    Missing,

    /// <summary>There is no such article, section, locale or column. Argument: what was asked for.</summary>
    NotFound,
}

/// <summary>A region that can't be written, and why.</summary>
/// <param name="Path">The page.</param>
/// <param name="Line">The line of the region's beginning, from 1.</param>
/// <param name="Problem">Why.</param>
/// <param name="Argument">What the explanation names.</param>
public sealed record RegionFailure(string Path, int Line, RegionProblem Problem, string Argument);
