using System.Collections.Immutable;
using KbApi.Cli.Terminal;
using KbApi.Cli.Watch.Content;
using KbApi.Content.Diagnostics;
using Spectre.Console;

namespace KbApi.Cli.Watch;

/// <summary>Tells the person at the terminal of each save: the file, what changed in it, and what the rules say of it now.</summary>
internal sealed class WatchReport(ITerminal terminal, TimeProvider time)
{
    private const int MostIds = 2;

    private readonly Lock _lock = new();
    private string _lastFailure = "";

    public void Started(WatchState state, Uri address)
    {
        lock (_lock)
        {
            terminal.Output.WriteLine(terminal.Text("Watch_Started", address, state.Articles.Sum(a => a.Documents.Length), Counts([.. state.Findings])));
            terminal.Output.Flush();
        }
    }

    public void Changed(WatchChange change)
    {
        lock (_lock)
        {
            _lastFailure = "";
            var console = terminal.CreateConsole();
            foreach (var file in change.Files)
            {
                console.Write(new Text(time.GetLocalNow().ToString("HH:mm:ss", terminal.Culture) + "  ", new Style(decoration: Decoration.Dim)));
                terminal.Output.Write(file.Path + "  " + WordsFor(file) + "  ");
                console.Write(new Text(file.Kind == FileChangeKind.Removed ? "" : Counts(file.Findings), StyleOf(file.Findings)));
                terminal.Output.WriteLine();
            }

            terminal.Output.Flush();
        }
    }

    /// <summary>Tells of what went wrong; once, as long as it stays so.</summary>
    public void Failed(string reason)
    {
        lock (_lock)
        {
            if (reason != _lastFailure)
            {
                _lastFailure = reason;
                terminal.Error.WriteLine("kb: " + reason);
            }
        }
    }

    private string WordsFor(FileChange file)
    {
        string[] parts =
        [
            .. Part("Watch_EntriesAdded", file.Added), .. Part("Watch_EntriesChanged", file.Changed), .. Part("Watch_EntriesRemoved", file.Removed),
        ];
        return file.Kind switch
        {
            FileChangeKind.Removed => terminal.Text("Watch_FileRemoved"),
            FileChangeKind.Broken => terminal.Text("Watch_FileBroken"),
            _ => parts.Length == 0 ? terminal.Text("Watch_NoEntry") : string.Join(", ", parts),
        };
    }

    /// <summary>A few entries by their ids, many by their number.</summary>
    private IEnumerable<string> Part(string name, ImmutableArray<string> ids) => ids.Length switch
    {
        0 => [],
        <= MostIds => [terminal.Text(name, string.Join(", ", ids))],
        _ => [terminal.Text(name, terminal.Text("Watch_Many", ids.Length))],
    };

    private string Counts(ImmutableArray<Diagnostic> findings)
    {
        var counts = findings.CountBy(d => d.Severity).ToDictionary();
        return terminal.Text(
            "Lint_Summary",
            counts.GetValueOrDefault(DiagnosticSeverity.Error),
            counts.GetValueOrDefault(DiagnosticSeverity.Warning),
            counts.GetValueOrDefault(DiagnosticSeverity.Info) + counts.GetValueOrDefault(DiagnosticSeverity.Hidden));
    }

    private static Style StyleOf(ImmutableArray<Diagnostic> findings) =>
        findings.Any(d => d.Severity == DiagnosticSeverity.Error) ? new Style(Color.Red)
        : findings.Any(d => d.Severity == DiagnosticSeverity.Warning) ? new Style(Color.Yellow)
        : new Style(Color.Green);
}
