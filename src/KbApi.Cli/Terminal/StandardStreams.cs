#pragma warning disable RS0030 // Beside the terminal, the one place that may touch the console.
namespace KbApi.Cli.Terminal;

/// <summary>The process's standard streams as bytes, for protocols of programs.</summary>
internal static class StandardStreams
{
    public static Stream OpenInput() => Console.OpenStandardInput();

    public static Stream OpenOutput() => new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
}
