namespace KbApi.Translation.Export;

/// <summary>How far the translation of a unit is, in the words of XLIFF 2.</summary>
public enum UnitState
{
    /// <summary>Not translated, or no longer what the original says.</summary>
    Initial,

    /// <summary>Translated.</summary>
    Translated,

    /// <summary>Translated and reviewed.</summary>
    Reviewed,

    /// <summary>Done.</summary>
    Final,
}
