namespace KbApi.Content.Lexicons;

/// <summary>What follows a heading or a bold lead-in that is a label and no title.</summary>
public enum LabelRole
{
    /// <summary>What a person observes.</summary>
    Symptom,

    /// <summary>Why it happens.</summary>
    Cause,

    /// <summary>What it means.</summary>
    Description,

    /// <summary>What to do.</summary>
    Resolution,

    /// <summary>What to do until there is a resolution.</summary>
    Workaround,

    /// <summary>Further reading.</summary>
    More,

    /// <summary>An example.</summary>
    Example,
}
