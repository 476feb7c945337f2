namespace KbApi.Content.Codes;

/// <summary>How likely it is that a word is a code.</summary>
public enum CodeContext
{
    /// <summary>A sentence: only what has the form of a code, or a number behind a word such as "error".</summary>
    Prose,

    /// <summary>A cell or heading that names something: also a name that stands there alone.</summary>
    Name,

    /// <summary>A cell that holds codes: also bare numbers and names.</summary>
    Code,
}
