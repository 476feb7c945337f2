using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using KbApi.Cli.Build;
using KbApi.Cli.Classify;
using KbApi.Cli.Doctor;
using KbApi.Cli.Drift;
using KbApi.Cli.Editing;
using KbApi.Cli.Insights;
using KbApi.Cli.Keys;
using KbApi.Cli.LanguageServer;
using KbApi.Cli.Lint;
using KbApi.Cli.Lookup;
using KbApi.Cli.Mcp;
using KbApi.Cli.Model;
using KbApi.Cli.Queue;
using KbApi.Cli.Reports;
using KbApi.Cli.Search;
using KbApi.Cli.Serve;
using KbApi.Cli.Terminal;
using KbApi.Cli.Translation;
using KbApi.Cli.Triage;
using KbApi.Cli.Watch;
using KbApi.Cli.Worker;
using KbApi.Search.Packs;

namespace KbApi.Cli.CommandLine;

/// <summary>The tool as a whole: its commands, its help, and how it ends.</summary>
internal static class KbCommand
{
    public static RootCommand Create(ITerminal terminal)
    {
        var root = new RootCommand(terminal.Text("Kb_Description"))
        {
            ModelCommand.Create(terminal),
            LookupCommand.Create(terminal),
            SearchCommand.Create(terminal),
            ClassifyCommand.Create(terminal),
            TriageCommand.Create(terminal),
            LintCommand.Create(terminal),
            FixCommand.Create(terminal),
            BaselineCommand.Create(terminal),
            DriftCommand.Create(terminal),
            CompareCommand.Create(terminal),
            CatalogCommand.Create(terminal),
            GapsCommand.Create(terminal),
            InsightsCommand.Create(terminal),
            RulesCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ImportCommand.Create(terminal),
            SetCommand.Create(terminal),
            FormatCommand.Create(terminal),
            RenderCommand.Create(terminal),
            NewCommand.Create(terminal),
            BuildCommand.Create(terminal),
            WatchCommand.Create(terminal),
            ServeCommand.Create(terminal),
            WorkerCommand.Create(terminal),
            QueueCommand.Create(terminal),
            McpCommand.Create(terminal),
            ReportsCommand.Create(terminal),
            KeysCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            LspCommand.Create(terminal),
            CompletionCommand.Create(terminal),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Description = terminal.Text("Kb_Help");
            // Shells would offer them as if they were paths.
            help.Aliases.Remove("/h");
            help.Aliases.Remove("/?");
            help.Action = new HelpAction(terminal);
        }

        foreach (var version in root.Options.OfType<VersionOption>())
        {
            version.Description = terminal.Text("Kb_Version");
        }

        return root;
    }

    public static async Task<int> RunAsync(string[] args, ITerminal terminal, CancellationToken cancellation = default)
    {
        var result = Create(terminal).Parse(args.Length == 0 ? ["--help"] : args);
        if (result.Action is ParseErrorAction)
        {
            ParseErrors.Write(terminal, result);
            return ExitCode.Failure;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            var code = await result.InvokeAsync(configuration, cancellation);
            terminal.Output.Flush();
            return args.Length == 0 ? ExitCode.Failure : code;
        }
        catch (PackException e)
        {
            terminal.Error.WriteLine("kb: " + e.GetMessage(terminal.Culture));
            return ExitCode.Failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine("kb: " + e.Message);
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Kb_Cancelled"));
            return ExitCode.Failure;
        }
    }
}
