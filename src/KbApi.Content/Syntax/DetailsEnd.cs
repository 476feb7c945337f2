using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>The end of a <c>details</c> element: what follows belongs to the section around it. It has no text.</summary>
internal sealed class DetailsEnd : LeafBlock
{
    /// <param name="position">Where the closing tag stands.</param>
    public DetailsEnd(int position)
        : base(parser: null!)
    {
        Span = new SourceSpan(position, position - 1);
        ProcessInlines = false;
    }
}
