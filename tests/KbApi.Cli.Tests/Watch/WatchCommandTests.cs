using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace KbApi.Cli.Tests.Watch;

public sealed partial class WatchCommandTests
{
    [Fact]
    public async Task A_save_is_told_in_one_line_with_what_changed_and_what_the_rules_say()
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);
        Assert.Contains("shows 2 documents", watch.Output, StringComparison.Ordinal);

        folder.Write("en-US/printer.md", WatchFolder.English.Replace("Wait 5 minutes.", "Wait 7 minutes.", StringComparison.Ordinal));

        var line = await watch.ReadAsync(Changed());
        Assert.Equal("printer/prn-1002", line.Groups["id"].Value);
        Assert.True(int.Parse(line.Groups["warnings"].Value, CultureInfo.InvariantCulture) > 0, watch.Output);
        Assert.DoesNotContain('\u001B', watch.Output);
        Assert.Equal(0, await watch.StopAsync());
    }

    [Fact]
    public async Task Files_that_come_and_go_are_told_in_the_language_of_the_terminal()
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path, "sv-SE");
        Assert.Contains("visar 2 dokument", watch.Output, StringComparison.Ordinal);

        var path = folder.Write("en-US/scanner.md", "# Errors of the scanner\n\n| Code | Meaning | Solution |\n| --- | --- | --- |\n| PRN-2001 | It is locked. | Unlock it. |\n");
        await watch.ReadAsync(Added());
        File.Delete(path);
        await watch.ReadAsync(Removed());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_where_it_was_asked_for()
    {
        using var folder = WatchFolder.Create();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var (code, _, error) = await TestTerminal.RunAsync("watch", folder.Path, "--port", port);

        Assert.Equal(2, code);
        Assert.Contains(port, error, StringComparison.Ordinal);
        Assert.StartsWith("kb: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-folder", "0", "'no-such-folder' does not exist.")]
    [InlineData(".", "70000", "'70000' is no port; give a number from 0 to 65535, 0 for any that is free.")]
    [InlineData(".", "eighty", "'eighty' is no port; give a number from 0 to 65535, 0 for any that is free.")]
    public async Task Wrong_use_is_named(string path, string port, string message)
    {
        var (code, _, error) = await TestTerminal.RunAsync("watch", path, "--port", port);

        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[0-9]{2}:[0-9]{2}:[0-9]{2}  \S+en-US/printer\.md  changed (?<id>\S+)  0 errors, (?<warnings>[0-9]+) warnings, [0-9]+ notes\n", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Changed();

    [GeneratedRegex(@"en-US/scanner\.md  tillagt scanner/prn-2001  ", RegexOptions.NonBacktracking)]
    private static partial Regex Added();

    [GeneratedRegex(@"en-US/scanner\.md  filen är borta", RegexOptions.NonBacktracking)]
    private static partial Regex Removed();
}
