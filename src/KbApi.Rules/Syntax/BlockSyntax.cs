using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>What a block of running text is.</summary>
public enum BlockKind
{
    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Lines that belong together.</summary>
    Paragraph,

    /// <summary>An item of a list with bullets.</summary>
    Bullet,

    /// <summary>An item of a list with numbers.</summary>
    Numbered,

    /// <summary>Lines of a quotation.</summary>
    Quote,
}

/// <summary>A block of running text as it is written; tables and code are none.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Its first line, from 0.</param>
/// <param name="Span">Its text, without the mark that begins it.</param>
public readonly record struct BlockSyntax(BlockKind Kind, int Line, TextSpan Span);
