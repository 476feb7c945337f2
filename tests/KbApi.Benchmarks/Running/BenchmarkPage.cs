using System.Globalization;
using System.Text;

namespace KbApi.Benchmarks.Running;

/// <summary>The page of all figures: the words of each benchmark around the figures of its last run, and above them what the goals came to.</summary>
internal static class BenchmarkPage
{
    private const string Command = "dotnet run -c Release --project tests/KbApi.Benchmarks -- ";

    /// <param name="introduction">What stands above everything, with a place for the goals.</param>
    /// <param name="sections">The benchmarks with their words and results.</param>
    public static string Write((string Before, string After) introduction, IReadOnlyList<Section> sections)
    {
        var text = new StringBuilder("# Benchmarks\n");
        Paragraph(text, introduction.Before);
        Paragraph(text, Goals(sections));
        Paragraph(text, introduction.After);
        foreach (var section in sections)
        {
            Write(text, section);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Section section)
    {
        var (benchmark, words, result) = section;
        Paragraph(text, $"## {benchmark.Title}");
        Paragraph(text, $"`{Command}{benchmark.Name}{(benchmark.Arguments.Length > 0 ? " " + benchmark.Arguments : "")}`");
        Paragraph(text, words.Before);
        if (result is null)
        {
            Paragraph(text, "Not measured yet.");
        }
        else
        {
            foreach (var table in result.Tables)
            {
                Paragraph(text, FigureMarkdown.Write(table));
            }

            Paragraph(text, string.Create(CultureInfo.InvariantCulture, $"Measured {result.Measured:yyyy-MM-dd} on {result.Machine}."));
        }

        Paragraph(text, words.After);
    }

    private static string Goals(IReadOnlyList<Section> sections)
    {
        var rows = new StringBuilder();
        foreach (var (benchmark, _, result) in sections)
        {
            foreach (var table in result?.Tables ?? [])
            {
                foreach (var figure in table.Rows.Where(r => r.Goal is not null))
                {
                    var what = $"[{benchmark.Title}](#{Anchor(benchmark.Title)}), {table.Caption}: {figure.What}";
                    FigureMarkdown.Row(rows, [what, figure.Ours ?? "", figure.Peer ?? "", FigureMarkdown.RatioOf(figure) ?? "", figure.Goal!.Text, figure.Goal.Verdict]);
                }
            }
        }

        return rows.Length == 0 ? "" : "| what | ours | beside | ratio | goal | verdict |\n| --- | --- | --- | --- | --- | --- |\n" + rows;
    }

    private static string Anchor(string title) => title.ToLowerInvariant().Replace(' ', '-');

    private static void Paragraph(StringBuilder text, string paragraph)
    {
        if (paragraph.Length > 0)
        {
            text.Append('\n').Append(paragraph.TrimEnd('\n')).Append('\n');
        }
    }
}

/// <summary>A part of the page.</summary>
/// <param name="Benchmark">What is measured.</param>
/// <param name="Words">What stands before and after its figures.</param>
/// <param name="Result">The figures of its last run, or null.</param>
internal sealed record Section(IBenchmark Benchmark, (string Before, string After) Words, BenchmarkResult? Result);
