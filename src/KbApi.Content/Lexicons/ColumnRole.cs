namespace KbApi.Content.Lexicons;

/// <summary>What the cells of a table column say.</summary>
public enum ColumnRole
{
    /// <summary>Not known, or of no use to a reader with a problem.</summary>
    Other,

    /// <summary>A code that a machine prints.</summary>
    Code,

    /// <summary>A name or constant.</summary>
    Name,

    /// <summary>What a person observes.</summary>
    Symptom,

    /// <summary>A text that a screen or log shows.</summary>
    Message,

    /// <summary>Why it happens.</summary>
    Cause,

    /// <summary>What it means.</summary>
    Description,

    /// <summary>What it means, for a technician.</summary>
    Technical,

    /// <summary>What to do.</summary>
    Resolution,

    /// <summary>How bad it is.</summary>
    Severity,
}
