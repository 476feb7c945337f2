using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace KbApi.Cli.Tests;

/// <summary>The tool as its users start it: a process of its own.</summary>
public sealed partial class ProcessTests
{
    [Fact]
    public async Task The_model_of_a_file_goes_through_a_pipe_as_utf8()
    {
        using var kb = Start("model", Path.Combine(Repository.Content, "sv-SE", "sspr.md"), "--format", "jsonl");
        var output = await kb.StandardOutput.ReadToEndAsync();
        await kb.WaitForExitAsync();

        Assert.Equal(0, kb.ExitCode);
        Assert.Contains("lösenordsåterställning", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFEFF', output);
        Assert.DoesNotContain('\r', output);
    }

    [Fact]
    public async Task Serving_answers_and_ends_when_it_is_told_to()
    {
        using var kb = Start("serve", Repository.Content, "--urls", "http://127.0.0.1:0");
        var address = await ReadAddressAsync(kb);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(20, patience.Token);
        }

        Assert.Contains("sspr/sspr-0029", await client.GetStringAsync(new Uri("/v1/codes/SSPR_0029", UriKind.Relative), patience.Token), StringComparison.Ordinal);
        using var interrupt = Process.Start("kill", ["-INT", kb.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kb.WaitForExitAsync(patience.Token);
        Assert.Equal(0, kb.ExitCode);
    }

    [Fact]
    public async Task Serving_listens_where_the_environment_says_unless_it_is_told()
    {
        using var kb = Start(("ASPNETCORE_URLS", "http://127.0.0.1:0"), "serve", Repository.Content);
        Assert.DoesNotContain(":5080", await ReadAddressAsync(kb), StringComparison.Ordinal);
        kb.Kill();

        using var told = Start(("ASPNETCORE_URLS", "http://127.0.0.1:1"), "serve", Repository.Content, "--urls", "http://127.0.0.1:0");
        Assert.StartsWith("http://127.0.0.1:", await ReadAddressAsync(told), StringComparison.Ordinal);
        told.Kill();
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why_in_one_line()
    {
        using var kb = Start("serve", "no-such-folder");
        var output = await kb.StandardOutput.ReadToEndAsync();
        await kb.WaitForExitAsync();

        Assert.Equal(2, kb.ExitCode);
        Assert.Contains("Kb:Content names a path that does not exist.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static Process Start(params string[] args) => Start(variable: null, args);

    private static Process Start((string Name, string Value)? variable, params string[] args)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (variable is var (name, value))
        {
            info.Environment[name] = value;
        }

        foreach (var argument in args.Prepend(Path.Combine(AppContext.BaseDirectory, "kb.dll")))
        {
            info.ArgumentList.Add(argument);
        }

        return Process.Start(info)!;
    }

    private static async Task<string> ReadAddressAsync(Process kb)
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
