using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Tests.Syntax;

/// <summary>Reads the first block, or the first cell, of a document into text.</summary>
internal static class Inlines
{
    private static readonly DocumentParser Parser = new();

    public static InlineText Read(string markdown) => new InlineTextReader(markdown).Read(Parser.Parse(SourceText.From(markdown)).Document[0]);

    public static (InlineText Text, string Source) ReadCell(string cell)
    {
        var source = $"| H | I |\n|---|---|\n| {cell} | x |\n";
        var table = Parser.Parse(SourceText.From(source)).Document.OfType<Table>().Single();
        var row = (TableRow)table[1];
        Assert.Equal(2, row.Count);
        return (new InlineTextReader(source).Read(row[0]), source);
    }

    public static string Slice(string source, TextSpan span) => source.Substring(span.Start, span.Length);
}
