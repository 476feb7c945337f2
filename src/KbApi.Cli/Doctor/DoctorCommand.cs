using System.CommandLine;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.Doctor;

/// <summary><c>kb doctor</c>: looks at everything that a server needs, and says what to do about what is missing.</summary>
internal static class DoctorCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = terminal.Text("Serve_Paths"), Arity = ArgumentArity.ZeroOrMore };
        var url = new Option<Uri?>("--url")
        {
            Description = terminal.Text("Doctor_Url"),
            HelpName = "URL",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[^1].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
                {
                    return uri;
                }

                result.AddError(terminal.Text("Lint_NoUrl", result.Tokens[^1].Value));
                return null;
            },
        };
        var settings = new Option<string[]>("--set") { Description = terminal.Text("Doctor_Set"), HelpName = "NAME=VALUE", DefaultValueFactory = _ => [] };
        settings.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
            {
                result.AddError(terminal.Text("Doctor_BadSetting", token.Value));
            }
        });
        var format = new Option<string>("--format") { Description = terminal.Text("Model_Format"), DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("doctor", terminal.Text("Doctor_Description")) { paths, url, settings, format };
        command.SetAction(async (result, cancellation) =>
        {
            var setup = new DoctorSetup(terminal, result.GetValue(paths) ?? [], result.GetRequiredValue(settings), result.GetValue(url));
            var findings = await DoctorRun.RunAsync(setup, cancellation);
            DoctorReport.Write(terminal, findings, result.GetRequiredValue(format) == "json");
            return findings.Any(f => f.State == CheckState.Failed) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }
}
