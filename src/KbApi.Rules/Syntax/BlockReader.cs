using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>Takes running text apart into headings, paragraphs and items, in one pass over the lines.</summary>
internal static class BlockReader
{
    private const string CodeIndent = "    ";

    public static ImmutableArray<BlockSyntax> Read(SourceText text, ImmutableArray<LineSyntax> lines, ImmutableArray<TableSyntax> tables)
    {
        var tableLines = TableLines(tables);
        var blocks = ImmutableArray.CreateBuilder<BlockSyntax>();
        (BlockKind Kind, int Line, int Start)? open = null;
        var end = 0;
        foreach (var line in lines)
        {
            var content = text.Content.AsSpan(line.Span.Start, line.Span.Length);
            if (line.Kind != LineKind.Text || content.IsWhiteSpace() || tableLines.Contains(line.Number) || IsQuotedRow(content))
            {
                Close();
                continue;
            }

            var (kind, mark) = Begin(content);
            if (open is null && kind == BlockKind.Paragraph && IsNoProse(content))
            {
                continue;
            }

            // A line without a mark goes on with what is open; a heading is one line.
            if (open is null || kind != BlockKind.Paragraph || open.Value.Kind == BlockKind.Heading)
            {
                if (kind != BlockKind.Quote || open?.Kind != BlockKind.Quote)
                {
                    Close();
                    open = (kind, line.Number, line.Span.Start + mark);
                }
            }

            end = line.Span.Start + content.TrimEnd().Length;
        }

        Close();
        return blocks.ToImmutable();

        void Close()
        {
            if (open is { } block && end > block.Start)
            {
                blocks.Add(new BlockSyntax(block.Kind, block.Line, TextSpan.FromBounds(block.Start, end)));
            }

            open = null;
        }
    }

    private static HashSet<int> TableLines(ImmutableArray<TableSyntax> tables)
    {
        var lines = new HashSet<int>();
        foreach (var table in tables)
        {
            lines.UnionWith([table.Header.Line, table.Header.Line + 1]);
            lines.UnionWith(table.Rows.Select(r => r.Line));
        }

        return lines;
    }

    /// <summary>Indented code, and definitions of links.</summary>
    private static bool IsNoProse(ReadOnlySpan<char> line) =>
        line.StartsWith(CodeIndent) || line is ['\t', ..] || (line.TrimStart() is ['[', ..] && line.IndexOf("]:") > 0);

    /// <summary>A table in a quotation is no text.</summary>
    private static bool IsQuotedRow(ReadOnlySpan<char> line) => line.TrimStart() is ['>', .. var quoted] && quoted.Contains('|');

    /// <summary>What a line begins, and the length of the mark in front of its text.</summary>
    private static (BlockKind Kind, int Mark) Begin(ReadOnlySpan<char> line)
    {
        var indent = line.Length - line.TrimStart().Length;
        var text = line[indent..];
        switch (text[0])
        {
            case '#' when indent < CodeIndent.Length && text.IndexOfAnyExcept('#') is >= 1 and <= 6 and var level && text[level] == ' ':
                return (BlockKind.Heading, indent + level + Blanks(text[level..]));
            case '-' or '*' or '+' when text.Length > 1 && text[1] == ' ':
                return (BlockKind.Bullet, indent + 1 + Blanks(text[1..]));
            case '>':
                return (BlockKind.Quote, indent + 1 + Blanks(text[1..]));
            default:
                var digits = text.IndexOfAnyExceptInRange('0', '9');
                return digits is >= 1 and <= 9 && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' '
                    ? (BlockKind.Numbered, indent + digits + 1 + Blanks(text[(digits + 1)..]))
                    : (BlockKind.Paragraph, indent);
        }
    }

    private static int Blanks(ReadOnlySpan<char> text) => text.Length - text.TrimStart().Length;
}
