#pragma warning disable RS0030 // The one place that may touch the console.
using System.Globalization;
using System.Text;

namespace KbApi.Cli.Terminal;

/// <summary>The process's own standard streams.</summary>
internal sealed class SystemTerminal : ITerminal
{
    private const int WidthOfFiles = 100;

    private SystemTerminal(TextWriter output, TextWriter error, CultureInfo culture)
    {
        Output = output;
        Error = error;
        Culture = culture;
        HasColors = !Console.IsOutputRedirected && WantsColors();
        IsErrorInteractive = !Console.IsErrorRedirected;
        Width = Console.IsOutputRedirected ? WidthOfFiles : Math.Clamp(Console.WindowWidth - 1, 40, 120);
    }

    public TextReader Input => Console.In;

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public CultureInfo Culture { get; }

    public bool HasColors { get; }

    public bool IsErrorInteractive { get; }

    public int Width { get; }

    public static SystemTerminal Create(CultureInfo culture)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (!Console.IsOutputRedirected)
        {
            Console.OutputEncoding = utf8;
        }

        // Large results are written in large pieces; the commands flush.
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 64 * 1024) { AutoFlush = false, NewLine = "\n" };
        return new SystemTerminal(output, Console.Error, culture);
    }

    /// <summary>As agreed on no-color.org, and for terminals that say that they can do nothing.</summary>
    private static bool WantsColors() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
