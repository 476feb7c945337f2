using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace KbApi.Cli.Tests.Watch;

/// <summary>The pages of <c>kb watch</c> over real HTTP.</summary>
public sealed partial class PreviewTests
{
    private const string Article = "/articles/printer?locale=en-US";

    [Fact]
    public async Task A_finding_stands_behind_the_row_that_it_is_about_with_its_rule_and_fix()
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);

        var page = await watch.GetAsync(Article);

        var row = page.IndexOf("The printer is hot.", StringComparison.Ordinal);
        var note = page.IndexOf("<tr class=\"note-row\">", row, StringComparison.Ordinal);
        Assert.InRange(note, row, page.IndexOf("The printer is off.", StringComparison.Ordinal));
        Assert.Contains("href=\"/rules/KB1020\"", page[note..], StringComparison.Ordinal);
        Assert.Contains("<ins> |</ins>", page[note..], StringComparison.Ordinal);
        Assert.Contains("line 8, column", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_is_told_by_locale_and_beside_the_line()
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);

        var english = await watch.GetAsync(Article);
        var swedish = await watch.GetAsync("/articles/printer?locale=sv-SE");

        Assert.Contains("<code>printer/prn-1003</code>", english, StringComparison.Ordinal);
        var row = swedish.IndexOf("Fyll facket", StringComparison.Ordinal);
        var note = swedish.IndexOf("10 → 20", row, StringComparison.Ordinal);
        Assert.InRange(note, row, swedish.IndexOf("Skrivaren är het.", StringComparison.Ordinal));
        Assert.Contains("original: line 7", swedish, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_pages_is_that_of_the_browser()
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);
        watch.Client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("sv"));

        var page = await watch.GetAsync(Article);

        Assert.Contains("<html lang=\"sv\"", page, StringComparison.Ordinal);
        Assert.Contains("Åtgärda", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fix_is_applied_as_kb_fix_does_and_the_page_is_shown_anew()
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);

        using var answer = await FixAsync(watch, await watch.GetAsync(Article));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(Article, answer.Headers.Location!.OriginalString);
        Assert.Contains("| Wait 5 minutes. |\n| PRN-1003", await File.ReadAllTextAsync(Path.Combine(folder.Path, "en-US", "printer.md")), StringComparison.Ordinal);
        Assert.DoesNotContain("/rules/KB1020", await watch.GetAsync(Article), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fix_of_a_page_that_is_out_of_date_changes_nothing()
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);
        var page = await watch.GetAsync(Article);
        var saved = WatchFolder.English.Replace("no paper", "no more paper", StringComparison.Ordinal);
        folder.Write("en-US/printer.md", saved);

        using var answer = await FixAsync(watch, page);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Nothing was changed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(saved, await File.ReadAllTextAsync(Path.Combine(folder.Path, "en-US", "printer.md")));
    }

    [Theory]
    [InlineData("http://evil.example", true)]
    [InlineData("null", true)]
    [InlineData(null, true)]
    [InlineData("own", false)]
    public async Task A_fix_is_taken_from_own_pages_only(string? origin, bool hasToken)
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);

        using var answer = await FixAsync(watch, await watch.GetAsync(Article), origin, hasToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(WatchFolder.English, await File.ReadAllTextAsync(Path.Combine(folder.Path, "en-US", "printer.md")));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost.evil.example")]
    public async Task A_name_that_is_not_this_machine_is_not_answered(string host)
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Article, UriKind.Relative));
        request.Headers.Host = host;

        using var answer = await watch.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.DoesNotContain("printer", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_stays_shown_as_it_last_was_with_what_is_wrong()
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);

        folder.Write("en-US/printer.md", [0x23, 0x20, 0x00, 0x01, 0x00, 0xFF, 0xFE, 0x00]);
        await watch.ReadAsync(Broken());
        var page = await watch.GetAsync(Article);

        Assert.Contains("The printer is hot.", page, StringComparison.Ordinal);
        Assert.Contains("The file cannot be read as it is now.", page, StringComparison.Ordinal);
        Assert.Contains("/rules/KB1002", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form class=\"fix\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_pages_are_told_which_articles_a_save_shows_in()
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);
        await using var stream = await watch.Client.GetStreamAsync(new Uri("/events", UriKind.Relative));
        using var events = new StreamReader(stream);
        Assert.Equal(("hello", "{\"version\":1,\"articles\":[]}"), await NextAsync(events));

        folder.Write("en-US/scanner.md", "# Errors of the scanner\n\nNone is known.\n");

        Assert.Equal(("change", "{\"version\":2,\"articles\":[\"scanner\"]}"), await NextAsync(events));
        Assert.Equal(0, await watch.StopAsync());
        Assert.Null(await events.ReadLineAsync());
    }

    [Fact]
    public async Task Rules_are_explained_and_what_is_not_there_is_said_to_be_missing()
    {
        using var folder = WatchFolder.Create();
        await using var watch = await RunningWatch.StartAsync(folder.Path);

        Assert.Contains("<h1>KB1020: ", await watch.GetAsync("/rules/KB1020"), StringComparison.Ordinal);
        foreach (var path in new[] { "/articles/nothing", "/rules/KB0000", "/nothing", "/articles/..%2F..%2Fetc%2Fpasswd" })
        {
            using var answer = await watch.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static async Task<(string Type, string Data)> NextAsync(StreamReader events)
    {
        var (type, data) = ("", "");
        while (await events.ReadLineAsync() is { Length: > 0 } line)
        {
            type = line.StartsWith("event: ", StringComparison.Ordinal) ? line["event: ".Length..] : type;
            data = line.StartsWith("data: ", StringComparison.Ordinal) ? line["data: ".Length..] : data;
        }

        return (type, data);
    }

    /// <summary>Sends the first form of a page.</summary>
    private static async Task<HttpResponseMessage> FixAsync(RunningWatch watch, string page, string? origin = "own", bool hasToken = true)
    {
        var fields = Field().Matches(page[page.IndexOf("<form class=\"fix\"", StringComparison.Ordinal)..]).Take(4)
            .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value, StringComparer.Ordinal);
        Assert.Equal(["article", "finding", "locale", "token"], fields.Keys.Order(StringComparer.Ordinal));
        if (!hasToken)
        {
            fields["token"] = "0123456789abcdef0123456789abcdef";
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/fix", UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin == "own" ? watch.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) : origin);
        }

        return await watch.Client.SendAsync(request);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[a-z]+)\" value=\"(?<value>[^\"]*)\">", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex("en-US/printer.md  cannot be read; the last good version stays shown", RegexOptions.NonBacktracking)]
    private static partial Regex Broken();
}
