using System.Diagnostics;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Syntax;

/// <summary>Inputs that a parser is quadratic in, or that multiply into millions of cells: four times the text takes nowhere near sixteen times as long.</summary>
[Collection(nameof(Undisturbed))]
public sealed class HostileInputTests
{
    private const int Few = 3_000;
    private const int Times = 4;

    public static TheoryData<string, Func<int, string>> Inputs => new()
    {
        { "brackets in a paragraph", n => new string('[', n) },
        { "brackets in a cell", n => Cell(new string('[', n)) },
        { "links in links", n => string.Concat(Enumerable.Repeat("![", n)) + string.Concat(Enumerable.Repeat("](x)", n)) },
        { "stars", n => string.Concat(Enumerable.Repeat("*a ", n)) },
        { "stars in a cell", n => Cell(string.Concat(Enumerable.Repeat("*a **b ", n))) },
        { "processing instructions in a cell", n => Cell(string.Concat(Enumerable.Repeat("<?", n))) },
        { "comments in a cell", n => Cell(string.Concat(Enumerable.Repeat("<!-- ", n))) },
        { "backticks of growing length in a cell", n => Cell(string.Join(' ', Enumerable.Range(1, (int)Math.Sqrt(n)).Select(i => new string('`', i)))) },
        { "definitions", n => string.Concat(Enumerable.Range(0, n).Select(i => $"[a{i}]: http://x\n")) },
        { "quoted definitions", n => string.Concat(Enumerable.Range(0, n).Select(i => $"> [a{i}]: http://x\n")) },
        { "one long row among short ones", n => $"| Error | Solution |\n|---|---|\n{new string('|', n)}\n" + string.Concat(Enumerable.Repeat("| a | b |\n", n)) },
        { "rows with one symptom", n => "| Error | Solution |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| It fails | Try again. |\n", n)) },
        { "rows with one code", n => "| Code | Description |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| 31003 | It fails |\n", n)) },
        { "flow sequences in front matter", n => $"---\na: {new string('[', n)}\n---\n" },
        { "flow mappings in front matter", n => $"---\na: {string.Concat(Enumerable.Repeat("{a: ", n))}\n---\n" },
        { "headings with one title", n => string.Concat(Enumerable.Repeat("# a\n", n)) },
        { "nested lists", n => string.Concat(Enumerable.Range(0, n / 10).Select(i => new string(' ', 2 * i) + "- a\n")) },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Reading_takes_about_as_long_as_the_text_is(string name, Func<int, string> create)
    {
        Documents.Read(create(100));
        var (few, many) = (create(Few), create(Few * Times));

        var ratio = Enumerable.Range(0, 3).Min(_ => Milliseconds(many) / Math.Max(5, Milliseconds(few)));

        Assert.True(ratio < Times * (double)many.Length / few.Length * 0.75, $"{name}: {ratio:0.0} times as long for {(double)many.Length / few.Length:0.0} times the text");
    }

    private static string Cell(string content) => $"| Error | Solution |\n|---|---|\n| {content} | b |\n";

    private static double Milliseconds(string text)
    {
        var start = Stopwatch.GetTimestamp();
        Documents.Read(text);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}

/// <summary>Tests that measure time run when no others do.</summary>
[CollectionDefinition(nameof(Undisturbed), DisableParallelization = true)]
public sealed class Undisturbed;
