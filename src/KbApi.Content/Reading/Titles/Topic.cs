using KbApi.Content.Model;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Titles;

/// <summary>A stretch of a document that may be about one problem: all of it, what stands under a heading, or what follows a bold lead-in.</summary>
internal sealed class Topic
{
    public required EntryShape Shape { get; init; }

    public required OutlineSection Section { get; init; }

    public required Topic? Parent { get; init; }

    public required InlineText Title { get; init; }

    public required TitleKind Kind { get; init; }

    /// <summary>Where its title begins.</summary>
    public required int Start { get; init; }

    /// <summary>The number of an error that the title opens with or is, where other titles of the document do; empty elsewhere.</summary>
    public InlineText Number { get; init; } = InlineText.Empty;

    /// <summary>Whether it is one of several lead-ins of the same form, a third of which state a problem.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>What stands in the paragraph of the lead-in behind it.</summary>
    public InlineText Rest { get; init; } = InlineText.Empty;

    /// <summary>The offset behind the title.</summary>
    public required int TitleEnd { get; init; }

    /// <summary>What stands right below the title.</summary>
    public List<Block> Blocks { get; } = [];

    public List<Topic> Children { get; } = [];

    /// <summary>The offset behind it and all below it. A tab that is closed late may reach further than what follows it.</summary>
    public int End => Math.Max(
        Children.Count > 0 ? Children.Max(c => c.End) : 0,
        Blocks.Count > 0 ? InlineTextReader.EndOf(Blocks[^1]) : TitleEnd);

    public bool HasContent => Blocks.Count > 0 || !Rest.IsEmpty || Children.Exists(c => c.HasContent);

    /// <summary>Whether there are headings below it.</summary>
    public bool HasHeadings => Children.Exists(c => c.Shape == EntryShape.Heading);

    /// <summary>Whether it stands among problems that the document collects.</summary>
    public bool IsInCollection => Parent is not null && (Parent.Kind == TitleKind.Collection || Parent.IsInCollection);

    /// <summary>Whether a title above it has to do with problems.</summary>
    public bool IsBelowProblem => Parent is not null
        && (Parent.Kind is TitleKind.Collection or TitleKind.Guide or TitleKind.Names or TitleKind.States || Parent.IsBelowProblem);

    /// <summary>Whether it stands in a text about something else than problems.</summary>
    public bool IsInExcluded => Parent is not null && (Parent.Kind == TitleKind.Excluded || Parent.IsInExcluded);

    /// <summary>Whether it stands in a text for people with problems.</summary>
    public bool IsInGuide => Parent is not null && (Parent.Kind is TitleKind.Collection or TitleKind.Guide || Parent.IsInGuide);
}
