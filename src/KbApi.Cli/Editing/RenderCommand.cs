using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Editing;
using KbApi.Content.Editing.Regions;
using KbApi.Content.Editing.RoundTrips;
using KbApi.Content.Loading;

namespace KbApi.Cli.Editing;

/// <summary>
/// <c>kb render PATH…</c>: refreshes the generated regions of pages; <c>--check</c> proves that every file is written as it was read and no region is
/// stale; <c>--article A --locale L</c> writes an article in a locale.
/// </summary>
internal static class RenderCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = CommonArguments.Paths(terminal);
        paths.Arity = ArgumentArity.ZeroOrMore;
        var check = new Option<bool>("--check") { Description = terminal.Text("Render_Check") };
        var diff = new Option<bool>("--diff") { Description = terminal.Text("Fix_Diff") };
        var article = new Option<string?>("--article") { Description = terminal.Text("Render_Article"), HelpName = "ID" };
        var locale = CommonArguments.AnswerLocale(terminal);
        locale.Description = terminal.Text("Render_Locale");
        var template = new Option<string?>("--template") { Description = terminal.Text("Render_Template"), HelpName = "FILE" };
        var folder = new Option<string?>("--out") { Description = terminal.Text("Render_Out"), HelpName = "DIR" };
        var content = CommonArguments.Content(terminal);
        var defaultLocale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("render", terminal.Text("Render_Description")) { paths, check, diff, article, locale, template, folder, content, defaultLocale };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(paths) is { Length: > 0 }) == (result.GetValue(article) is not null))
            {
                result.AddError(terminal.Text("Render_PathsOrArticle"));
            }
        });
        command.SetAction((result, cancellation) =>
        {
            var options = new LoadOptions { DefaultLocale = result.GetRequiredValue(defaultLocale) };
            var files = result.GetRequiredValue(content);
            return Task.FromResult(result.GetValue(article) is { } id
                ? ArticleRendering.Run(terminal, new ArticleRendering.Request(id, result.GetRequiredValue(locale), result.GetValue(template), result.GetValue(folder)), files, options)
                : Run(terminal, new Request(result.GetRequiredValue(paths), result.GetValue(check), result.GetValue(diff)), files, options, cancellation));
        });
        return command;
    }

    private static int Run(ITerminal terminal, Request request, string[] content, LoadOptions options, CancellationToken cancellation)
    {
        var pages = ContentDirectory.Find(request.Paths);
        var isProven = !request.Check || Prove(terminal, pages, options, cancellation);
        var failures = new List<RegionFailure>();
        var refreshed = Refresh(pages, content, options, failures);
        failures.ForEach(f => terminal.Error.WriteLine($"{f.Path}({f.Line}): " + terminal.Text("Region_" + f.Problem, f.Argument)));
        if (!request.Check)
        {
            var written = Outcome.Write(terminal, refreshed, request.Diff);
            return failures.Count > 0 && written == ExitCode.Clean ? ExitCode.Findings : written;
        }

        refreshed.ForEach(f => terminal.Output.WriteLine(terminal.Text("Region_Stale", f.File.Path)));
        return isProven && refreshed.Count == 0 && failures.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private static bool Prove(ITerminal terminal, IReadOnlyList<ContentFile> pages, LoadOptions options, CancellationToken cancellation)
    {
        var results = new RoundTripChecker(options).Check(pages, cancellation);
        foreach (var result in results.Where(r => r.Outcome != RoundTripOutcome.Identical))
        {
            terminal.Output.WriteLine(terminal.Text("Render_" + result.Outcome, result.Path, result.Line, result.Detail ?? ""));
        }

        terminal.Output.WriteLine(terminal.Text(
            "Render_Summary", results.Count(r => r.Outcome == RoundTripOutcome.Identical), results.Length, results.Sum(r => r.Cells), results.Sum(r => r.Spans)));
        return results.All(r => r.Outcome is RoundTripOutcome.Identical or RoundTripOutcome.NotText);
    }

    /// <summary>The pages whose regions change. The knowledge base is loaded only where a page has any.</summary>
    private static List<EditedFile> Refresh(IReadOnlyList<ContentFile> pages, string[] content, LoadOptions options, List<RegionFailure> failures)
    {
        var withRegions = pages.Where(p => !ContentLayout.IsConfiguration(p.RelativePath) && RegionRefresher.HasRegions(p.Read())).ToList();
        if (withRegions.Count == 0)
        {
            return [];
        }

        var refresher = new RegionRefresher(new KnowledgeBaseLoader(options).Load(content));
        return [.. withRegions.Select(p => refresher.Refresh(p, failures)).OfType<EditedFile>().Where(f => f.IsChanged)];
    }

    private sealed record Request(string[] Paths, bool Check, bool Diff);
}
