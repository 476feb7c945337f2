using System.Globalization;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.Tests;

/// <summary>A terminal that remembers what it is told.</summary>
internal sealed class TestTerminal(string culture = "en-US", bool hasColors = false) : ITerminal
{
    public TextReader Input { get; init; } = TextReader.Null;

    public TextWriter Output { get; init; } = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

    public TextWriter Error { get; } = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(culture);

    public bool HasColors => hasColors;

    public bool IsErrorInteractive => false;

    public int Width => 100;

    /// <summary>Runs the tool in this process.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) => await new TestTerminal().InvokeAsync(args);

    public async Task<(int ExitCode, string Output, string Error)> InvokeAsync(params string[] args)
    {
        var code = await KbCommand.RunAsync(args, this);
        return (code, Output.ToString()!, Error.ToString()!);
    }
}
