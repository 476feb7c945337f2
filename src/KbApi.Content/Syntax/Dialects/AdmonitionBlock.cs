using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>What MkDocs indents below <c>!!! note</c>, <c>??? question "Title"</c> or <c>=== "Tab"</c>, until <see cref="Admonitions"/> gives it the shape that it has elsewhere.</summary>
/// <param name="parser">What reads it.</param>
/// <param name="kind">The word that says what it is; empty for a tab.</param>
/// <param name="title">Its title as a paragraph, or null.</param>
internal sealed class AdmonitionBlock(BlockParser parser, string kind, ParagraphBlock? title) : ContainerBlock(parser)
{
    public string Kind => kind;

    public ParagraphBlock? Title => title;
}
