using System.Net;
using System.Text;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Security;

/// <summary>What browsers are told not to do with answers.</summary>
public sealed class SecurityHeaderTests
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    [Fact]
    public async Task Every_answer_has_them_whatever_it_is()
    {
        await using var server = await RunningServer.StartWithAsync();
        var tag = (await server.GetAsync("/v1/codes/SSPR_0029")).Headers.ETag!.ToString();
        foreach (var (path, headers, status, policy) in new (string Path, (string, string)[] Headers, int Status, string Policy)[]
        {
            ("/v1/codes/SSPR_0029", [], 200, Nothing),
            ("/v1/codes/SSPR_0029?again", [], 200, Nothing),
            ("/v1/codes/SSPR_0029", [("If-None-Match", tag)], 304, Nothing),
            ("/v1/codes/nothing", [], 404, Nothing),
            ("/v1/entries?limit=x", [], 400, Nothing),
            ("/v1/" + new string('a', 5000), [], 414, Nothing),
            ("/v1/locales", [("Accept", "image/png")], 406, Nothing),
            ("/health/ready", [], 200, Nothing),
            ("/openapi/v1.json", [], 200, Nothing),
            ("/llms.txt", [], 200, Nothing),
            ("/assets/site.css", [], 200, Nothing),
            ("/nothing", [], 404, Nothing),
            ("/", [("Accept", "text/html")], 200, "script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
            ("/nothing", [("Accept", "text/html")], 404, "base-uri 'none'; frame-ancestors 'none'"),
            ("/swagger/index.html", [], 200, "base-uri 'none'; frame-ancestors 'none'"),
            ("/embed/v1/kb.js", [], 200, Nothing),
        })
        {
            using var response = await server.GetAsync(path, headers);
            Assert.Equal((path, status), (path, (int)response.StatusCode));
            Check(response, path);
            Assert.EndsWith(policy, HeaderOf(response, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.StartsWith("default-src 'none'", HeaderOf(response, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("DENY", HeaderOf(response, "X-Frame-Options"));
        }
    }

    [Fact]
    public async Task Frames_may_be_framed_and_nothing_else_may()
    {
        await using var server = await RunningServer.StartWithAsync();
        foreach (var path in new[] { "/embed/v1/frames/sspr/31003.html", "/embed/v1/entries/sspr/31003.html" })
        {
            using var response = await server.GetAsync(path);
            Check(response, path);
            Assert.EndsWith("frame-ancestors *", HeaderOf(response, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal(("", "cross-origin"), (HeaderOf(response, "X-Frame-Options"), HeaderOf(response, "Cross-Origin-Resource-Policy")));
        }
    }

    [Fact]
    public async Task Refusals_of_the_web_server_itself_have_them()
    {
        await using var server = await RunningServer.StartWithAsync();
        using var response = await RawCaller.SendAsync(server.Client.BaseAddress!, "GET /a%00b HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.NotNull(response);

        Assert.Equal((HttpStatusCode.BadRequest, Nothing), (response.StatusCode, HeaderOf(response, "Content-Security-Policy")));
        Assert.Equal("nosniff", HeaderOf(response, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task Transport_security_is_promised_behind_https_only_and_proxies_are_believed_where_they_are_known()
    {
        (string, string)[] said = [("X-Forwarded-Proto", "https"), ("Host", "kb.example")];
        await using var unknown = await RunningServer.StartWithAsync();
        await using var known = await RunningServer.StartWithAsync("--Kb:Proxies:0", "127.0.0.0/8");
        using var without = await unknown.GetAsync("/v1/codes/nothing", said);
        using var with = await known.GetAsync("/v1/codes/nothing", said);

        Assert.Equal("", HeaderOf(without, "Strict-Transport-Security"));
        Assert.Equal("max-age=31536000", HeaderOf(with, "Strict-Transport-Security"));
        Assert.StartsWith("http://kb.example/", (string)(await RunningServer.ReadProblemAsync(without))["type"]!, StringComparison.Ordinal);
        Assert.StartsWith("https://kb.example/", (string)(await RunningServer.ReadProblemAsync(with))["type"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_names_of_the_server_are_answered_to()
    {
        await using var server = await RunningServer.StartWithAsync("--Kb:AllowedHosts:0", "kb.example", "--Kb:AllowedHosts:1", "*.kb.example");
        foreach (var (host, status) in new[] { ("kb.example", 200), ("kb.example:8080", 200), ("sv.kb.example", 200), ("KB.EXAMPLE", 200), ("evil.example", 421), ("kb.example.evil", 421), ("127.0.0.1", 421) })
        {
            using var response = await server.GetAsync("/v1/locales", ("Host", host));
            Assert.Equal((host, status), (host, (int)response.StatusCode));
            Check(response, host);
            Assert.DoesNotContain("evil", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var probe = await server.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Fact]
    public async Task Failures_tell_nothing_of_the_program()
    {
        await using var server = await RunningServer.StartWithAsync();
        using var response = await server.PostAsync("/v1/classify", new StringContent("{\"message\":", Encoding.UTF8, "application/json"));
        var text = await response.Content.ReadAsStringAsync();

        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    private static void Check(HttpResponseMessage response, string what)
    {
        Assert.True(HeaderOf(response, "X-Content-Type-Options") == "nosniff", what);
        Assert.True(HeaderOf(response, "Referrer-Policy") is "no-referrer" or "strict-origin-when-cross-origin", what);
        Assert.True(HeaderOf(response, "Cross-Origin-Resource-Policy") is "same-origin" or "cross-origin", what);
    }

    private static string HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
}
