using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace KbApi.Benchmarks.Http;

/// <summary>The load generator wrk: requests a second over connections that stay open.</summary>
internal static class WrkClient
{
    private const string Program = "wrk";
    private const string RateLabel = "Requests/sec:";

    /// <summary>Why there is none, or null.</summary>
    public static string? Reason { get; } = IsThere() ? null : "wrk";

    public static double Rate(int port, string target, string? tag, int seconds)
    {
        string[] arguments =
        [
            "-t1", $"-c{LoadClient.Connections}", $"-d{seconds}s", "-H", "Accept: application/json", .. tag is null ? [] : new[] { "-H", "If-None-Match: " + tag }, $"http://127.0.0.1:{port}{target}",
        ];
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var line = printed.Split('\n').FirstOrDefault(l => l.StartsWith(RateLabel, StringComparison.Ordinal)) ?? throw new InvalidOperationException("wrk says: " + printed);
        return double.Parse(line[RateLabel.Length..].Trim(), CultureInfo.InvariantCulture);
    }

    private static bool IsThere()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program, ["-v"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
