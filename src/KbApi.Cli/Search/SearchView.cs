using KbApi.Cli.Terminal;
using KbApi.Search;
using Spectre.Console;

namespace KbApi.Cli.Search;

/// <summary>Shows answers to people in a terminal.</summary>
internal sealed class SearchView(ITerminal terminal)
{
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Match = new(Color.Yellow, decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    private readonly IAnsiConsole _console = terminal.CreateConsole();

    /// <summary>Writes the answers; tells how the command exits.</summary>
    public int Write(IReadOnlyList<(FileQuery Query, SearchResult Result)> answers)
    {
        foreach (var (query, result) in answers)
        {
            Write(query, result, hasHeading: answers.Count > 1);
        }

        return answers.Any(a => a.Result.Hits.IsEmpty) ? ExitCode.Findings : ExitCode.Clean;
    }

    private void Write(FileQuery query, SearchResult result, bool hasHeading)
    {
        if (hasHeading)
        {
            WriteLine(query.Query, new Style(decoration: Decoration.Bold));
            terminal.Output.WriteLine();
        }

        if (result.Hits.IsEmpty)
        {
            WriteLine(terminal.Text("Search_Nothing", query.Query), new Style(Color.Yellow));
        }

        if (result.DidYouMean is { } meant)
        {
            WriteLine(terminal.Text("Search_DidYouMean", meant), new Style(Color.Yellow));
            terminal.Output.WriteLine();
        }

        foreach (var hit in result.Hits)
        {
            WriteHit(hit);
        }

        if (result.Total > result.Hits.Length)
        {
            WriteLine(terminal.Text("Search_More", result.Hits.Length, result.Total), Dim);
        }
    }

    private void WriteHit(SearchHit hit)
    {
        var title = hit.Highlights.FirstOrDefault(h => h.Field == "title") ?? new SearchHighlight("title", hit.Title.Text, []);
        WriteMarked(title, indent: 0);
        if (hit.Highlights.FirstOrDefault(h => h.Field != "title") is { } best)
        {
            WriteMarked(best, indent: 2);
        }

        WriteLine("  " + terminal.Text("Lookup_Source_Line", hit.Article.Text.Path, hit.Line, hit.Id), Dim);
        terminal.Output.WriteLine();
    }

    /// <summary>The text as lines of the terminal's width, with the words that match set off.</summary>
    private void WriteMarked(SearchHighlight highlight, int indent)
    {
        // Line breaks count as blanks, so offsets stay.
        var text = highlight.Text.Replace('\n', ' ').Replace('\r', ' ');
        for (var start = 0; start < text.Length;)
        {
            var end = LineEnd(text, start, terminal.Width - indent);
            terminal.Output.Write(new string(' ', indent));
            WriteLinePart(text, highlight, start, end);
            terminal.Output.WriteLine();
            start = end;
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }
        }
    }

    private void WriteLinePart(string text, SearchHighlight highlight, int start, int end)
    {
        var at = start;
        foreach (var (from, to) in highlight.Spans.Where(s => s.End > start && s.Start < end))
        {
            WritePart(text[at..Math.Max(at, from)], Plain);
            WritePart(text[Math.Max(at, from)..Math.Min(to, end)], Match);
            at = Math.Min(to, end);
        }

        WritePart(text[at..end], Plain);
    }

    private static int LineEnd(string text, int start, int width)
    {
        if (text.Length - start <= width)
        {
            return text.Length;
        }

        var space = text.LastIndexOf(' ', start + width, width);
        var end = space > start ? space : text.IndexOf(' ', start);
        return end < 0 ? text.Length : end;
    }

    private void WriteLine(string text, Style style)
    {
        WritePart(text, style);
        terminal.Output.WriteLine();
    }

    private void WritePart(string text, Style style)
    {
        if (terminal.HasColors)
        {
            _console.Write(new Text(text, style));
        }
        else
        {
            terminal.Output.Write(text);
        }
    }
}
