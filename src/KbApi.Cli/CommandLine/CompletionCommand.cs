using System.CommandLine;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.CommandLine;

/// <summary><c>kb completion SHELL</c>: prints the script that makes a shell complete the tool's commands and options.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _kb_complete() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(kb "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _kb_complete kb
        """;

    private const string Zsh = """
        #compdef kb
        _kb_complete() {
            local completions=("${(@f)$(kb "[suggest:${#BUFFER}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a completions
            _files
        }
        compdef _kb_complete kb
        """;

    private const string Fish = """
        complete -c kb -a '(kb "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName kb -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            kb "[suggest:$cursorPosition]" "$commandAst" | Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create(ITerminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = terminal.Text("Completion_Shell") };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", terminal.Text("Completion_Description")) { shell };
        command.SetAction(result =>
        {
            terminal.Output.WriteLine(result.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell });
            return ExitCode.Clean;
        });
        return command;
    }
}
