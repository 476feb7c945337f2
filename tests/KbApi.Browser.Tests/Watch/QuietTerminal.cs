using System.Globalization;
using KbApi.Cli.Terminal;

namespace KbApi.Browser.Tests.Watch;

/// <summary>A terminal that remembers what it is told.</summary>
internal sealed class QuietTerminal : ITerminal
{
    public TextReader Input => TextReader.Null;

    public TextWriter Output { get; } = new SharedWriter();

    public TextWriter Error { get; } = new SharedWriter();

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-US");

    public bool HasColors => false;

    public bool IsErrorInteractive => false;

    public int Width => 100;
}
