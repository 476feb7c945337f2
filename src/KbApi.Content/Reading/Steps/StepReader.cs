using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Steps;

/// <summary>Reads the steps of a resolution: list items, or lines that begin with a number or a letter as if they were.</summary>
internal static class StepReader
{
    public static ImmutableArray<Prose> Read(List<TextRange> paragraphs)
    {
        var steps = ImmutableArray.CreateBuilder<Prose>(0);
        foreach (var paragraph in paragraphs)
        {
            var marks = paragraph.Text.Marks;
            var mark = 0;
            foreach (var line in paragraph.Lines())
            {
                while (mark < marks.Length && (marks[mark].Start < line.Start || !IsItem(marks[mark])))
                {
                    mark++;
                }

                var isItem = mark < marks.Length && marks[mark].Start == line.Start;
                var label = isItem ? 0 : LabelLength(line.AsSpan());
                if (isItem || label > 0)
                {
                    steps.Add(new TextRange(line.Text, line.Start + label, line.Length - label).ToProse());
                }
            }
        }

        return steps.Count > 1 ? steps.DrainToImmutable() : [];
    }

    private static bool IsItem(InlineMark mark) => mark.Kind is InlineMarkKind.ListItem or InlineMarkKind.OrderedListItem;

    /// <summary>The length of <c>1.</c>, <c>12)</c> or <c>a.</c> and the blank behind it, or 0.</summary>
    private static int LabelLength(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && length < 2 && char.IsAsciiDigit(line[length]))
        {
            length++;
        }

        length = length == 0 && line.Length > 0 && char.IsAsciiLetterLower(line[0]) ? 1 : length;
        return length > 0 && length + 1 < line.Length && line[length] is '.' or ')' && line[length + 1] == ' ' ? length + 2 : 0;
    }
}
