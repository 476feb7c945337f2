using System.CommandLine;
using System.Globalization;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Model;
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
            ArgumentsOf(result.GetValue(paths) ?? [], result.GetRequiredValue(urls), result.GetRequiredValue(locale)), cancellation));
        return command;
    }

    private static string[] ArgumentsOf(string[] paths, string urls, LocaleTag locale) =>
    [
        "--urls", urls,
        "--Kb:DefaultLocale", locale.Value,
        .. paths.SelectMany((path, i) => new[] { "--Kb:Content:" + i.ToString(CultureInfo.InvariantCulture), path }),
    ];
}
