namespace KbApi.Rules.Classification;

/// <summary>How sure a classification is.</summary>
public enum Verdict
{
    /// <summary>One entry answers the report.</summary>
    Matched,

    /// <summary>Several entries may; a question tells them apart.</summary>
    Ambiguous,

    /// <summary>No entry does.</summary>
    Unknown,
}
