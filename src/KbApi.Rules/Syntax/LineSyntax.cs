using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>What a line of a document is part of.</summary>
public enum LineKind
{
    /// <summary>Text that is read as Markdown.</summary>
    Text,

    /// <summary>The metadata at the top.</summary>
    FrontMatter,

    /// <summary>A fenced code block, its fences included.</summary>
    Code,

    /// <summary>An HTML comment that begins the line.</summary>
    Comment,
}

/// <summary>A line of a document.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Span">Its characters without the line break.</param>
/// <param name="Kind">What it is part of.</param>
public readonly record struct LineSyntax(int Number, TextSpan Span, LineKind Kind);
