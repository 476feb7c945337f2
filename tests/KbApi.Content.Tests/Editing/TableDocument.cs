using System.Collections.Immutable;
using System.Text;

namespace KbApi.Content.Tests.Editing;

/// <summary>A cell as it is written and as it is read.</summary>
internal sealed record TestCell(string Raw, string Plain);

/// <summary>
/// A document of a table of errors in one of the many ways in which people write them: columns in any order, any padding, line ending and
/// encoding, rows that nothing closes, empty cells, code spans with pipes, line breaks, ideographs.
/// </summary>
public sealed class TableDocument
{
    private static readonly string[] Headers = ["Code", "Symptom", "Cause", "Resolution"];
    private static readonly string[] Names = ["alpha", "beta", "gamma", "delta", "epsilon"];
    private readonly Random _random;

    public TableDocument(int seed)
    {
        Seed = seed;
        _random = new Random(seed);
        NewLine = Pick("\n", "\r\n", "\r");
        Encoding = Pick<Encoding>(new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true));
        Columns = [.. Headers.OrderBy(_ => _random.Next())];
        var text = new StringBuilder();
        AppendLine(text, "# Errors", "", Pick("Some text.", "A `code | span` in a paragraph."), "");
        AppendLine(text, Line(Columns), Pick("|:--|---|:-:|--:|", "| --- | --- | --- | --- |", "---|---|---|---"));
        Rows = [.. Enumerable.Range(1, _random.Next(2, 6)).Select(i => AddRow(text, i))];
        AppendLine(text, "", Pick("## More", "The end.  "));
        Text = _random.Next(2) == 0 ? text.ToString() : text.ToString().TrimEnd();
    }

    public int Seed { get; }

    public string NewLine { get; }

    public Encoding Encoding { get; }

    public ImmutableArray<string> Columns { get; }

    public string Text { get; }

    internal ImmutableArray<ImmutableArray<(TestCell Cell, int Start)>> Rows { get; }

    public byte[] Bytes => [.. Encoding.GetPreamble(), .. Encoding.GetBytes(Text)];

    public override string ToString() => $"seed {Seed}:\n{Text}";

    /// <summary>New text for a cell: as Markdown, and as it has to be read.</summary>
    internal (string Markdown, string Plain) NewValue(string column)
    {
        var words = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Pick(
            ("`x | y`", "x | y"), ("a | b", "a | b"), ("\\*star", "*star"), ("**bold**", "bold"), ("\u8A2D\u5B9A", "\u8A2D\u5B9A"), ("[link](https://example.org/a)", "link"),
            ("na\u00EFve", "na\u00EFve"), column == "Symptom" ? ("a < b", "a < b") : ("2 < 3", "2 < 3"), ("`` ` ``", "`"), ("stray \\`", "stray `"), ("end\nnext", "end\nnext"), ("p\n\nq", "p\n\nq"))).ToList();
        var start = column == "Resolution" ? "Restart it" : "The value was";
        return (start + " " + string.Join(' ', words.Select(w => w.Item1)) + ".", start + " " + string.Join(' ', words.Select(w => w.Item2)) + ".");
    }

    internal T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private ImmutableArray<(TestCell, int)> AddRow(StringBuilder text, int number)
    {
        var cells = Columns.Select(c => Cell(c, number)).ToList();
        var open = Pick("|", "| ", "|  ", "");
        open = open.Length == 0 && cells[0].Raw.Length == 0 ? "| " : open;
        text.Append(open);
        var placed = ImmutableArray.CreateBuilder<(TestCell, int)>();
        for (var i = 0; i < cells.Count; i++)
        {
            text.Append(i == 0 ? "" : Pick("", " ", "  "));
            placed.Add((cells[i], text.Length));
            text.Append(cells[i].Raw).Append(Pick("", " ", "   "));
            var isLast = i == cells.Count - 1;
            text.Append(isLast && cells[i].Raw.Length > 0 ? Pick("|", "", "| ") : "|");
        }

        AppendLine(text, "");
        return placed.ToImmutable();
    }

    private TestCell Cell(string column, int number) => column switch
    {
        "Code" => new TestCell($"E{1000 + number}", $"E{1000 + number}"),
        "Symptom" => Pick(
            Same($"{Names[number - 1]} was lost"),
            new TestCell($"Part `{Names[number - 1]} | x` was lost", $"Part {Names[number - 1]} | x was lost"),
            Same($"\u90E8\u54C1{Names[number - 1]}")),
        "Cause" => Pick(Same(""), Same("The disk was full."), new TestCell("The **disk** was \\| full.", "The disk was | full."), new TestCell("One.<br>Two.", "One.\nTwo.")),
        _ => Pick(Same("Restart it."), new TestCell("Run `a \\| b`.", "Run a | b."), new TestCell("Restart it. <br/> Wait.", "Restart it.\nWait.")),
    };

    private static TestCell Same(string text) => new(text, text);

    private string Line(IEnumerable<string> cells) => "|" + string.Join("|", cells.Select(c => Pick("", " ") + c + Pick("", "  "))) + "|";

    private void AppendLine(StringBuilder text, params string[] lines)
    {
        foreach (var line in lines)
        {
            text.Append(line).Append(NewLine);
        }
    }
}
