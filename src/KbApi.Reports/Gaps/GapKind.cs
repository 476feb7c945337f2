namespace KbApi.Reports.Gaps;

/// <summary>What was asked that the content does not answer.</summary>
public enum GapKind
{
    /// <summary>A code that no entry has.</summary>
    UnknownCode,

    /// <summary>A search without hits.</summary>
    UnansweredSearch,

    /// <summary>A message that no entry has.</summary>
    UnresolvedMessage,

    /// <summary>A report that was kept and that no entry answers.</summary>
    UnclassifiedReport,
}
