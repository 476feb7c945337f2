namespace KbApi.Content.Editing.Scaffolding;

/// <summary>An entry that there shall be.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Section">The anchor of the section: one with a table of entries, or with entries below headings.</param>
/// <param name="Title">Its symptom or name in the default locale.</param>
public sealed record NewEntry(string ArticleId, string Section, string Title)
{
    /// <summary>Its code, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Its anchor, the same in every locale; by default made of the title where it has no code.</summary>
    public string? Anchor { get; init; }
}

/// <summary>Why a new entry could not be prepared.</summary>
public enum ScaffoldProblem
{
    /// <summary>There is no such article. Argument: its id.</summary>
    NoArticle,

    /// <summary>A locale of the article has no such section, or none with entries. Arguments: the locale, the section.</summary>
    NoSection,

    /// <summary>Read again, the document would not have one more entry. Arguments: the locale.</summary>
    NotRead,
}

/// <summary>The documents with the new entry, or why there are none.</summary>
/// <param name="Files">One edited file for each locale; empty where there is a problem.</param>
/// <param name="Problem">Why there are none, or null.</param>
/// <param name="Arguments">What the explanation names.</param>
public sealed record ScaffoldResult(IReadOnlyList<EditedFile> Files, ScaffoldProblem? Problem, params IReadOnlyList<string> Arguments);
