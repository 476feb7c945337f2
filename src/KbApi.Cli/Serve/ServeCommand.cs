using System.CommandLine;
using System.Globalization;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Server.Hosting;

namespace KbApi.Cli.Serve;

/// <summary><c>kb serve</c>: runs the server on content.</summary>
internal static class ServeCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = terminal.Text("Serve_Paths"), Arity = ArgumentArity.ZeroOrMore };
        var urls = new Option<string>("--urls") { Description = terminal.Text("Serve_Urls"), DefaultValueFactory = _ => "http://localhost:5080" };
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("serve", terminal.Text("Serve_Description")) { paths, urls, locale };
        command.SetAction((result, cancellation) => KbApiServer.RunAsync(
        [
            .. Given(result, urls, "--urls", u => u),
            .. Given(result, locale, "--Kb:DefaultLocale", l => l.Value),
            .. (result.GetValue(paths) ?? []).SelectMany((path, i) => new[] { "--Kb:Content:" + i.ToString(CultureInfo.InvariantCulture), path }),
        ], cancellation));
        return command;
    }

    /// <summary>What is given here wins over the server's settings and its environment; what is not is left to them.</summary>
    private static string[] Given<T>(ParseResult result, Option<T> option, string name, Func<T, string> write)
        where T : notnull => result.GetResult(option) is { Implicit: false } ? [name, write(result.GetRequiredValue(option))] : [];
}
