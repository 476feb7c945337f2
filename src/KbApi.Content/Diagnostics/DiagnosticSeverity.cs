namespace KbApi.Content.Diagnostics;

/// <summary>How much a finding matters. Ordered: a higher value matters more.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Found, but not shown to people unless asked for.</summary>
    Hidden,

    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Probably a defect; the content is still used.</summary>
    Warning,

    /// <summary>Content that cannot be used. A snapshot with errors never replaces one without.</summary>
    Error,
}
