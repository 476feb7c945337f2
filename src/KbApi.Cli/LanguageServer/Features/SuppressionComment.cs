using KbApi.Content.Diagnostics;
using KbApi.Content.Editing;
using KbApi.Content.Text;
using KbApi.Rules.Syntax;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>Where the comment that suppresses a finding goes.</summary>
/// <param name="Position">The offset.</param>
/// <param name="Before">What stands before the reason.</param>
/// <param name="After">What stands behind it.</param>
internal sealed record SuppressionComment(int Position, string Before, string After)
{
    private const string Close = " -->";

    /// <summary>The comment with a reason.</summary>
    public TextChange With(string reason) => new(new TextSpan(Position, 0), Before + reason + After);

    /// <summary>
    /// A comment for the line of a finding: at the end of the line before, in a table in its last cell, so that no paragraph, list or table is
    /// broken; where that line is empty, on a line of its own. Null where no line before can have one.
    /// </summary>
    public static SuppressionComment? ForLine(DocumentSyntax document, Diagnostic diagnostic)
    {
        var number = diagnostic.Location.Start.Line;
        if (number >= document.Lines.Length || document.Lines[number].Kind != LineKind.Text)
        {
            return null;
        }

        var text = document.Text;
        var opening = $"<!-- kb-disable-next-line {diagnostic.Id} -- ";
        var before = number == 0 ? default : document.Lines[number - 1];
        if (number == 0 || before.Kind != LineKind.Text || string.IsNullOrWhiteSpace(text[before.Span]))
        {
            var line = document.Lines[number].Span;
            var indent = text[line][..^text[line].TrimStart(' ').Length];
            return new SuppressionComment(line.Start, indent + opening, Close + NewLineOf(text));
        }

        if (document.Tables.FirstOrDefault(t => t.Header.Line <= number - 1 && (t.Rows.IsEmpty ? t.Header.Line + 1 : t.Rows[^1].Line) >= number - 1) is { } table)
        {
            var row = table.Header.Line == number - 1 ? table.Header : table.Rows.FirstOrDefault(r => r.Line == number - 1);
            return row is { Cells: [.., var last] } ? new SuppressionComment(last.End, " " + opening, Close) : null;
        }

        return new SuppressionComment(before.Span.Start + text[before.Span].TrimEnd().Length, " " + opening, Close);
    }

    /// <summary>A comment for the whole document, below its metadata.</summary>
    public static SuppressionComment ForDocument(DocumentSyntax document, Diagnostic diagnostic)
    {
        var text = document.Text;
        var line = document.Lines.TakeWhile(l => l.Kind == LineKind.FrontMatter).Count();
        var start = line < document.Lines.Length ? document.Lines[line].Span.Start : text.Length;
        var newLine = NewLineOf(text);
        var lead = start == text.Length && line > 0 ? newLine : "";
        return new SuppressionComment(start, $"{lead}<!-- kb-disable {diagnostic.Id} -- ", Close + newLine + newLine);
    }

    private static string NewLineOf(SourceText text) => text.Content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
}
