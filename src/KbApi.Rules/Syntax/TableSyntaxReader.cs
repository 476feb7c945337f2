using System.Collections.Immutable;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Helpers;

namespace KbApi.Rules.Syntax;

/// <summary>Finds pipe tables line by line: a header, a delimiter row, and rows up to a blank line.</summary>
internal static class TableSyntaxReader
{
    public static ImmutableArray<TableSyntax> Read(SourceText text, ImmutableArray<LineSyntax> lines)
    {
        var tables = ImmutableArray.CreateBuilder<TableSyntax>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Kind != LineKind.Text || lines[i - 1].Kind != LineKind.Text || !IsDelimiter(text, lines[i]) || !HasPipe(text, lines[i - 1]))
            {
                continue;
            }

            var header = ReadRow(text, lines[i - 1]);
            var rows = ImmutableArray.CreateBuilder<RowSyntax>();
            for (i++; i < lines.Length && lines[i].Kind == LineKind.Text && HasPipe(text, lines[i]); i++)
            {
                rows.Add(ReadRow(text, lines[i]));
            }

            tables.Add(new TableSyntax(header, rows.ToImmutable()));
        }

        return tables.ToImmutable();
    }

    private static bool HasPipe(SourceText text, LineSyntax line) => text.Content.AsSpan(line.Span.Start, line.Span.Length).Contains('|');

    private static bool IsDelimiter(SourceText text, LineSyntax line)
    {
        var content = text.Content.AsSpan(line.Span.Start, line.Span.Length);
        return content.Contains('-') && content.Contains('|') && !content.ContainsAnyExcept("|-: \t");
    }

    private static RowSyntax ReadRow(SourceText text, LineSyntax line)
    {
        var cells = PipeRow.Split(new StringSlice(text.Content, line.Span.Start, line.Span.End - 1));
        var content = text.Content.AsSpan(line.Span.Start, line.Span.Length).TrimEnd();
        return new RowSyntax(line.Number, line.Span, [.. cells.Select(c => TextSpan.FromBounds(c.Start, c.End))], content is [.., '|'] and not [.., '\\', '|']);
    }
}
