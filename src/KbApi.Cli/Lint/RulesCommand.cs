using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Catalog;

namespace KbApi.Cli.Lint;

/// <summary><c>kb rules</c>: prints all rules, and <c>kb explain ID</c>: what one of them is about.</summary>
internal static class RulesCommand
{
    public static Command Create(ITerminal terminal)
    {
        var plugins = RuleSetup.Plugins(terminal);
        var command = new Command("rules", terminal.Text("Rules_Description")) { plugins };
        command.SetAction(result =>
        {
            var setup = RuleSetup.For([Path.Combine(".", "rules")], result.GetRequiredValue(plugins));
            foreach (var rule in setup.Descriptors)
            {
                var isFixable = setup.FixProviders.Any(p => p.FixableDiagnosticIds.Contains(rule.Id));
                terminal.Output.WriteLine(
                    $"{rule.Id}  {rule.Category,-12} {rule.DefaultSeverity.ToString().ToLowerInvariant(),-8} {(isFixable ? terminal.Text("Rules_Fixable") : ""),-5} {rule.Title.In(terminal.Culture)}");
            }

            return ExitCode.Clean;
        });
        return command;
    }

    public static IEnumerable<DiagnosticDescriptor> All => ReadingDiagnostics.All.Concat(BuiltInRules.Descriptors).OrderBy(d => d.Id, StringComparer.Ordinal);
}
