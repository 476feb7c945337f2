using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Comparison;

namespace KbApi.Cli.Drift;

/// <summary><c>kb catalog diff OLD NEW</c>: what a change of content means for readers and callers.</summary>
internal static class CatalogCommand
{
    private const string FailOnAny = "any";
    private const string FailOnBreaking = "breaking";

    public static Command Create(ITerminal terminal) => new("catalog", terminal.Text("Catalog_Description")) { CreateDiff(terminal) };

    private static Command CreateDiff(ITerminal terminal)
    {
        var old = new Argument<string>("OLD") { Description = terminal.Text("Catalog_Old") };
        var now = new Argument<string?>("NEW") { Description = terminal.Text("Catalog_New"), Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string>("--path") { Description = terminal.Text("Catalog_Path"), HelpName = "FOLDER", DefaultValueFactory = _ => "." };
        var format = new Option<string>("--format") { Description = terminal.Text("Model_Format"), DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "markdown");
        var failOn = new Option<string>("--fail-on") { Description = terminal.Text("Catalog_FailOn"), DefaultValueFactory = _ => FailOnAny };
        failOn.AcceptOnlyFromAmong(FailOnAny, FailOnBreaking);
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("diff", terminal.Text("CatalogDiff_Description")) { old, now, folder, format, failOn, locale };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal,
            new Request(
                result.GetRequiredValue(old), result.GetValue(now), result.GetRequiredValue(folder), result.GetRequiredValue(format), result.GetRequiredValue(failOn),
                new LoadOptions { DefaultLocale = result.GetRequiredValue(locale) }),
            cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, Request request, CancellationToken cancellation)
    {
        if (Load(terminal, request, request.Old, cancellation) is not { } old || Load(terminal, request, request.New ?? request.Folder, cancellation) is not { } now)
        {
            return ExitCode.Failure;
        }

        var diff = CatalogDiff.Between(old, now);
        switch (request.Format)
        {
            case "json":
                terminal.Output.Write(CatalogDiffJson.Write(diff));
                break;
            case "markdown":
                CatalogDiffMarkdown.Write(terminal, terminal.Output, diff);
                break;
            default:
                CatalogDiffTable.Write(terminal, diff);
                break;
        }

        return diff.IsBreaking ? ExitCode.Failure : diff.Changes.IsEmpty || request.FailOn == FailOnBreaking ? ExitCode.Clean : ExitCode.Findings;
    }

    /// <summary>The content of a path or a pack, or of a git revision of the folder; null where the name is neither, which is reported.</summary>
    private static KnowledgeBase? Load(ITerminal terminal, Request request, string name, CancellationToken cancellation)
    {
        if (PackLoading.TryOpen([name], cancellation) is { } pack)
        {
            return pack.LoadContent();
        }

        var files = Directory.Exists(name) || File.Exists(name) ? ContentDirectory.Find([name])
            : Directory.Exists(request.Folder) ? GitContent.Find(request.Folder, name)
            : null;
        if (files is not null)
        {
            return ContentLoading.Load(terminal, files, request.Load, cancellation);
        }

        terminal.Error.WriteLine("kb: " + terminal.Text("Catalog_NoState", name, request.Folder));
        return null;
    }

    private sealed record Request(string Old, string? New, string Folder, string Format, string FailOn, LoadOptions Load);
}
