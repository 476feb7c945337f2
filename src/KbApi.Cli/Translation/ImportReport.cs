using KbApi.Cli.Terminal;
using KbApi.Translation.Alignment;
using KbApi.Translation.Import;

namespace KbApi.Cli.Translation;

/// <summary>Says which units are refused, and why, as compilers do.</summary>
internal static class ImportReport
{
    public static void WriteProblems(ITerminal terminal, ImportPlan plan)
    {
        foreach (var problem in plan.Problems)
        {
            var why = problem.Kind == ImportProblemKind.Parity
                ? string.Join("; ", problem.Faults.Select(f => Describe(terminal, f)))
                : terminal.Text("Import_" + problem.Kind);
            terminal.Error.WriteLine($"{problem.Location ?? problem.Article}: {problem.Article} {problem.Unit}: {why}");
        }
    }

    private static string Describe(ITerminal terminal, UnitFault fault) => terminal.Text("Import_" + fault.Kind, fault.What.ReplaceLineEndings(" "));
}
