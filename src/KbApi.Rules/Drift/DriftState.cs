namespace KbApi.Rules.Drift;

/// <summary>How a text stands to its original. The later of two is the worse.</summary>
public enum DriftState
{
    /// <summary>It says the same.</summary>
    Current,

    /// <summary>It stands in the language of the original.</summary>
    Untranslated,

    /// <summary>The original does not have it.</summary>
    Orphan,

    /// <summary>It says something else: the original has changed, or the translation is wrong.</summary>
    Stale,

    /// <summary>The original has it, and the translation does not.</summary>
    Missing,
}
