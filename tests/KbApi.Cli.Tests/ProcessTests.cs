using System.Diagnostics;
using System.Net;

namespace KbApi.Cli.Tests;

/// <summary>The tool as its users start it: a process of its own.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task The_model_of_a_file_goes_through_a_pipe_as_utf8()
    {
        using var kb = KbProcess.Start("model", Path.Combine(Repository.Content, "sv-SE", "sspr.md"), "--format", "jsonl");
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
        using var kb = KbProcess.Start("serve", Repository.Content, "--urls", "http://127.0.0.1:0");
        var address = await KbProcess.ReadAddressAsync(kb);
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
        using var kb = KbProcess.Start(("ASPNETCORE_URLS", "http://127.0.0.1:0"), "serve", Repository.Content);
        Assert.DoesNotContain(":5080", await KbProcess.ReadAddressAsync(kb), StringComparison.Ordinal);
        kb.Kill();

        using var told = KbProcess.Start(("ASPNETCORE_URLS", "http://127.0.0.1:1"), "serve", Repository.Content, "--urls", "http://127.0.0.1:0");
        Assert.StartsWith("http://127.0.0.1:", await KbProcess.ReadAddressAsync(told), StringComparison.Ordinal);
        told.Kill();
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why_in_one_line()
    {
        using var kb = KbProcess.Start("serve", "no-such-folder");
        var output = await kb.StandardOutput.ReadToEndAsync();
        await kb.WaitForExitAsync();

        Assert.Equal(2, kb.ExitCode);
        Assert.Contains("Kb:Content names a path that does not exist.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
