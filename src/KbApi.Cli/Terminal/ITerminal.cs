using System.Globalization;

namespace KbApi.Cli.Terminal;

/// <summary>What a command writes to.</summary>
internal interface ITerminal
{
    /// <summary>What is piped into a command.</summary>
    public TextReader Input { get; }

    /// <summary>Results.</summary>
    public TextWriter Output { get; }

    /// <summary>Progress and errors.</summary>
    public TextWriter Error { get; }

    /// <summary>The language and formats of the person in front of it.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Whether results go to a terminal that shows colours.</summary>
    public bool HasColors { get; }

    /// <summary>Whether errors go to a terminal, so that progress may be overwritten in place.</summary>
    public bool IsErrorInteractive { get; }

    /// <summary>Columns of a line of results.</summary>
    public int Width { get; }
}
