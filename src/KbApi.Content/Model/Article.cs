using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Model;

/// <summary>One document in one locale, and all that was understood of it. Immutable.</summary>
public sealed record Article : ILocalizable
{
    /// <summary>Its path without extension and locale, lower case: the same in every locale.</summary>
    public required string Id { get; init; }

    /// <summary>The locale that it is written in.</summary>
    public required LocaleTag Locale { get; init; }

    /// <summary>The file's text.</summary>
    public required SourceText Text { get; init; }

    /// <summary>The first heading, else the title in the front matter, else the file's name.</summary>
    public required Prose Title { get; init; }

    /// <summary>The description in the front matter, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The product that it is about, as the front matter names it, or null.</summary>
    public string? Product { get; init; }

    /// <summary>Which version of the document this is.</summary>
    public required Revision Revision { get; init; }

    /// <summary>The metadata at its top.</summary>
    public FrontMatter FrontMatter { get; init; } = FrontMatter.None;

    /// <summary>Its sections, in order.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>The problems that it describes, in order.</summary>
    public ImmutableArray<Entry> Entries { get; init; } = [];

    /// <summary>Its numbered steps, in order.</summary>
    public ImmutableArray<Procedure> Procedures { get; init; } = [];

    /// <summary>Its measures that are to be tried in order.</summary>
    public ImmutableArray<Ladder> Ladders { get; init; } = [];

    /// <summary>Its lists of what a report contains.</summary>
    public ImmutableArray<Checklist> Checklists { get; init; } = [];

    /// <summary>The roles that its entries play together.</summary>
    public OperationModel Operations { get; init; } = OperationModel.Empty;

    /// <summary>Its tables, in order.</summary>
    internal ImmutableArray<TableRoles> Tables { get; init; } = [];

    /// <summary>What is wrong with it as far as reading it showed.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What it was read with, should it be read again; null where nothing was known that it may include.</summary>
    internal Syntax.Includes.IIncludedFiles? Includes { get; init; }
}
