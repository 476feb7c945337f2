using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// A heading written in HTML, in the shape of one in Markdown: its text is the content of the tag. So is the summary of a
/// <c>details</c> element, which opens a section below the one that it stands in.
/// </summary>
internal sealed class HtmlHeading : HeadingBlock
{
    private const int MaxLevel = 6;
    private const string Summary = "summary";

    /// <param name="tag">Its opening tag.</param>
    /// <param name="content">What stands between the tags.</param>
    public HtmlHeading(HtmlTag tag, ParagraphBlock content)
        : base(parser: null!)
    {
        IsSummary = tag.Is(Summary);
        Level = IsSummary ? MaxLevel : LevelOf(tag.Name);
        Line = tag.Line;
        Span = new SourceSpan(Math.Min(tag.Start, content.Span.Start), content.Span.End);
        Content = content;
        ProcessInlines = false;
        Anchor = tag.Attribute("id");
    }

    /// <summary>The title of what a dialect without tags hides as a <c>details</c> element does.</summary>
    /// <param name="content">The title.</param>
    /// <param name="start">Where its line begins.</param>
    public HtmlHeading(ParagraphBlock content, int start)
        : base(parser: null!)
    {
        IsSummary = true;
        Level = MaxLevel;
        Line = content.Line;
        Span = new SourceSpan(start, content.Span.End);
        Content = content;
        ProcessInlines = false;
    }

    /// <summary>What stands between the tags. Its inlines are the heading's: those of a heading in Markdown stand on one line.</summary>
    public ParagraphBlock Content { get; }

    /// <summary>The id of the tag, or null.</summary>
    public string? Anchor { get; }

    /// <summary>Whether it is what a reader sees of a <c>details</c> element that is closed. Its level is told by where it stands.</summary>
    public bool IsSummary { get; }

    /// <summary>Whether a tag's content is a heading.</summary>
    public static bool IsHeading(ReadOnlySpan<char> name) => LevelOf(name) > 0 || name.Equals(Summary, StringComparison.OrdinalIgnoreCase);

    /// <summary>1 to 6 for <c>h1</c> to <c>h6</c>, else 0.</summary>
    public static int LevelOf(ReadOnlySpan<char> name) => name is ['h' or 'H', >= '1' and <= '6'] ? name[1] - '0' : 0;
}
