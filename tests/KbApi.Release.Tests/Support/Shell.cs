using System.Diagnostics;

namespace KbApi.Release.Tests.Support;

/// <summary>Programs that end.</summary>
internal static class Shell
{
    /// <summary>Runs a program; fails where it does not exit with one of the codes.</summary>
    /// <returns>What it wrote to the standard output.</returns>
    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string?> variables, int[] codes, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(codes.Contains(process.ExitCode), $"{program} {string.Join(' ', arguments)} exited with {process.ExitCode}:\n{await output}{await errors}");
        return await output;
    }

    public static Task<string> RunAsync(string folder, string program, params string[] arguments) =>
        RunAsync(folder, new Dictionary<string, string?>(), [0], program, arguments);
}
