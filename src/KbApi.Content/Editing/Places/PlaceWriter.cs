using KbApi.Content.Editing.Cells;
using KbApi.Content.Text;

namespace KbApi.Content.Editing.Places;

/// <summary>Writes new text in the form that its place needs.</summary>
internal sealed class PlaceWriter(SourceText text)
{
    private readonly string _newLine = LineEndings.Of(text.Content);
    private readonly string _lineBreak = LineBreakTag.StyleOf(text.Content);

    /// <summary>The characters that stand in the place afterwards, or why there can be none.</summary>
    public (string? Written, EditRefusal? Refusal) Write(Place place, NewText value)
    {
        if (value.Check(place.Kind) is { } refusal)
        {
            return (null, refusal);
        }

        return place.Kind switch
        {
            PlaceKind.Cell => (InCell(place, CellWriter.Write(value.Markdown, _lineBreak)), null),
            PlaceKind.Html => (InHtml(value), null),
            PlaceKind.Heading => (value.Markdown, null),
            PlaceKind.FrontMatter => FrontMatterValue.Write(text, place.Span, value.Markdown),
            PlaceKind.Code => AsCode(place, value.Markdown),
            _ => (Indented(place.Span.Start, value.Markdown), null),
        };
    }

    /// <summary>With blanks where the text would touch the pipes: in a cell that was empty, or behind a backslash.</summary>
    private string InCell(Place place, string cell)
    {
        var next = place.Span.End < text.Length ? text.Content[place.Span.End] : '\n';
        return cell.Length == 0 ? cell
            : text.Content.AsSpan(place.Span.Start, place.Span.Length).IsWhiteSpace() ? " " + cell + " "
            : next == '|' && cell.EndsWith('\\') ? cell + " "
            : cell;
    }

    private string InHtml(NewText value)
    {
        var html = HtmlWriter.Write(value, _lineBreak);
        return html.ReplaceLineEndings(" ");
    }

    private (string?, EditRefusal?) AsCode(Place place, string value)
    {
        var isSpan = place.Span.Start > 0 && text.Content[place.Span.Start - 1] == '`';
        if (isSpan)
        {
            return value.Contains('`', StringComparison.Ordinal) ? (null, EditRefusal.Of(EditProblem.EndsMarkup, "`"))
                : value.Contains('\n', StringComparison.Ordinal) ? (null, EditRefusal.Of(EditProblem.OneLineOnly, "2"))
                : (place.IsInCell ? value.Replace("|", "\\|", StringComparison.Ordinal) : value, null);
        }

        return value.Split('\n').Any(l => l.TrimStart().StartsWith("```", StringComparison.Ordinal) || l.TrimStart().StartsWith("~~~", StringComparison.Ordinal))
            ? (null, EditRefusal.Of(EditProblem.EndsMarkup, "```"))
            : (Indented(place.Span.Start, value), null);
    }

    /// <summary>The text with what the lines of its place begin with: the indentation of a list item, the mark of a quote.</summary>
    private string Indented(int start, string value)
    {
        if (!value.Contains('\n', StringComparison.Ordinal))
        {
            return value;
        }

        var prefix = LinePrefix.Of(text, start);
        return string.Join(_newLine, value.Split('\n').Select((line, i) => i == 0 ? line : (prefix + line).TrimEnd(' ', '\t')));
    }
}
