using System.Diagnostics;
using System.Text.RegularExpressions;

namespace KbApi.Cli.Tests;

/// <summary>Starts the tool as its users do: in a process of its own.</summary>
internal static partial class KbProcess
{
    public static Process Start(params string[] args) => Start(variables: [], args);

    public static Process Start((string Name, string Value) variable, params string[] args) => Start([variable], args);

    public static Process Start((string Name, string Value)[] variables, params string[] args)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in variables)
        {
            info.Environment[name] = value;
        }

        foreach (var argument in args.Prepend(Path.Combine(AppContext.BaseDirectory, "kb.dll")))
        {
            info.ArgumentList.Add(argument);
        }

        return Process.Start(info)!;
    }

    /// <summary>Where a server says that it listens.</summary>
    public static async Task<string> ReadAddressAsync(Process kb)
    {
        while (await kb.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                return match.Groups["address"].Value;
            }
        }

        throw new InvalidOperationException("The server ended: " + await kb.StandardError.ReadToEndAsync());
    }

    [GeneratedRegex(@"listening on: (?<address>http://\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
