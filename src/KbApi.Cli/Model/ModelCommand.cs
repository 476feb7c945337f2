using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.Model;

/// <summary><c>kb model PATH…</c>: prints everything found in documents.</summary>
internal static class ModelCommand
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(ITerminal terminal)
    {
        var paths = CommonArguments.Paths(terminal);
        var format = new Option<string>("--format") { Description = terminal.Text("Model_Format"), DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "jsonl");
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("model", terminal.Text("Model_Description")) { paths, format, locale };
        command.SetAction((result, cancellation) => Task.FromResult(
            Run(terminal, result.GetRequiredValue(paths), result.GetRequiredValue(format), result.GetRequiredValue(locale), cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, string[] paths, string format, LocaleTag locale, CancellationToken cancellation)
    {
        var knowledgeBase = ContentLoading.Load(terminal, paths, new LoadOptions { DefaultLocale = locale }, cancellation);
        var items = ItemsOf(knowledgeBase).ToList();
        switch (format)
        {
            case "jsonl":
                WriteLines(terminal, items);
                break;
            case "json":
                WriteArray(terminal, items);
                break;
            default:
                ModelTable.Write(terminal, items);
                break;
        }

        terminal.Output.Flush();
        return ContentLoading.Report(terminal, knowledgeBase);
    }

    /// <summary>Everything found, file by file and in the order of the text.</summary>
    private static IEnumerable<(KnowledgeItem Item, string Path)> ItemsOf(KnowledgeBase knowledgeBase) =>
        from article in knowledgeBase.Articles.Items.SelectMany(a => a.Variants).OrderBy(a => a.Text.Path, StringComparer.Ordinal)
        from item in ItemsOf(article)
        select (item, article.Text.Path);

    private static IEnumerable<KnowledgeItem> ItemsOf(Article article) => Enumerable.Empty<KnowledgeItem>()
        .Concat(article.Entries).Concat(article.Procedures).Concat(article.Ladders).Concat(article.Checklists)
        .Concat(article.Operations.Operations).Concat(article.Operations.States).Concat(article.Operations.Heartbeats)
        .OrderBy(i => i.Span);

    private static void WriteLines(ITerminal terminal, List<(KnowledgeItem Item, string Path)> items)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, JsonOptions);
        foreach (var (item, path) in items)
        {
            ModelJson.Write(json, item, path);
            json.Flush();
            json.Reset();
            terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            buffer.SetLength(0);
        }
    }

    private static void WriteArray(ITerminal terminal, List<(KnowledgeItem Item, string Path)> items)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions with { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (var (item, path) in items)
            {
                ModelJson.Write(json, item, path);
            }

            json.WriteEndArray();
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
