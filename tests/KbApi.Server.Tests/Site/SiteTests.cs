using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Resources;
using KbApi.Server.Site;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Site;

[Collection(ServerGroup.Name)]
public sealed class SiteTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=SSPR_0029")]
    [InlineData("/entries/sspr/sspr-0029")]
    [InlineData("/articles/sspr?view=document")]
    [InlineData("/paste")]
    [InlineData("/health")]
    [InlineData("/entries/no-such-entry")]
    public async Task Pages_may_run_and_load_nothing_but_what_this_server_sends(string path)
    {
        using var response = await _server.GetAsync(path);

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("strict-origin-when-cross-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        using var first = await _server.GetAsync("/entries/sspr/sspr-0029");
        var tag = first.Headers.ETag!.ToString();

        using var again = await _server.GetAsync("/entries/sspr/sspr-0029", ("If-None-Match", tag));
        using var swedish = await _server.GetAsync("/entries/sspr/sspr-0029", ("If-None-Match", tag), ("Accept-Language", "sv"));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, swedish.StatusCode);
        Assert.Contains("<html lang=\"sv\"", await swedish.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/entries/sspr/sspr-0029", "gzip, br", "br")]
    [InlineData("/entries/sspr/sspr-0029", "gzip, br;q=0", "gzip")]
    [InlineData("/assets/site.css", "gzip", "gzip")]
    [InlineData("/embed/v1/kb.js", "br", "br")]
    public async Task Texts_are_sent_smaller_to_those_who_read_them_so(string path, string accepted, string coding)
    {
        var plain = await _server.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative));

        using var response = await _server.GetAsync(path, ("Accept-Encoding", accepted));

        Assert.Equal(coding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", string.Join(", ", response.Headers.Vary), StringComparison.Ordinal);
        Assert.True(response.Headers.ETag!.IsWeak);
        var sent = await response.Content.ReadAsByteArrayAsync();
        Assert.True(2 * sent.Length < plain.Length, $"{sent.Length} of {plain.Length} bytes");
        await using Stream body = coding == "br" ? new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress) : new GZipStream(new MemoryStream(sent), CompressionMode.Decompress);
        using var decoded = new MemoryStream();
        await body.CopyToAsync(decoded);
        Assert.Equal(plain, decoded.ToArray());
    }

    [Fact]
    public async Task A_code_in_any_spelling_leads_to_its_entry_and_several_to_a_search()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = _server.Client.BaseAddress };
        using var one = await client.GetAsync(new Uri("/codes/sspr%2029?locale=sv", UriKind.Relative));
        using var several = await client.GetAsync(new Uri("/codes/6329", UriKind.Relative));

        Assert.Equal("/entries/sspr/sspr-0029?locale=sv", one.Headers.Location!.OriginalString);
        Assert.Equal("/search?q=6329", several.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_browser_gets_a_page_about_what_went_wrong_and_a_program_a_problem_document()
    {
        using var page = await _server.GetAsync("/no/such/page", ("Accept", "text/html,*/*;q=0.8"));
        var problem = await _server.GetProblemAsync(HttpStatusCode.NotFound, "/no/such/page");
        var ofApi = await _server.GetProblemAsync(HttpStatusCode.NotFound, "/v1/no/such", ("Accept", "text/html"));

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Contains("There is no such page", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("KBAPI-4043", (string?)problem["code"]);
        Assert.Equal("KBAPI-4043", (string?)ofApi["code"]);
    }

    [Fact]
    public async Task A_long_query_that_begins_blank_is_searched_for_what_it_says()
    {
        using var response = await _server.Client.GetAsync(new Uri($"/search?q={string.Concat(Enumerable.Repeat("%20", 700))}SSPR_0029", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("/entries/sspr/sspr-0029", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/entries/%20%20x")]
    [InlineData("/articles/%20/%20")]
    [InlineData("/articles/{0}x")]
    [InlineData("/codes/{0}x")]
    public async Task An_id_that_nothing_has_may_be_blank_or_begin_so(string path)
    {
        var blanks = string.Concat(Enumerable.Repeat("%20", 200));
        using var response = await _server.Client.GetAsync(new Uri(string.Format(CultureInfo.InvariantCulture, path, blanks), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_probes_are_still_where_they_were()
    {
        Assert.Equal("ready", (string?)(await _server.GetJsonAsync("/health/ready"))["status"]);
        Assert.Equal("live", (string?)(await _server.GetJsonAsync("/health/live"))["status"]);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=b")]
    public async Task A_form_that_breaks_off_is_asked_for_again(string mediaType)
    {
        using var content = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nEvent"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        using var response = await _server.PostAsync("/paste", content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task A_report_that_is_too_long_or_blank_is_refused_with_the_reason()
    {
        using var blank = await _server.PostAsync("/paste", new FormUrlEncodedContent([new("message", "  ")]));
        using var tooLong = await _server.PostAsync("/paste", new FormUrlEncodedContent([new("message", new string('x', 20_001))]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.StatusCode);
        Assert.Contains("Paste some text first.", await blank.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Contains("That is more than 20000 characters.", await tooLong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_pages_are_kept_by_browsers_until_they_change()
    {
        var page = await _server.Client.GetStringAsync("/");
        var start = page.IndexOf("/assets/site.css?v=", StringComparison.Ordinal);
        var address = page[start..page.IndexOf('"', start)];

        using var versioned = await _server.GetAsync(address);
        using var plain = await _server.GetAsync("/assets/site.css");

        Assert.Equal("public, max-age=31536000, immutable", versioned.Headers.CacheControl!.ToString());
        Assert.Equal("public, no-cache", plain.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync("/assets/no.css")).StatusCode);
    }

    [Fact]
    public void All_words_exist_in_both_languages_and_name_the_same_values()
    {
        var texts = new ResourceManager("KbApi.Server.Site.Texts", typeof(SiteWords).Assembly);
        var english = texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        var swedish = texts.GetResourceSet(CultureInfo.GetCultureInfo("sv"), createIfNotExists: true, tryParents: false)!;
        var names = english.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key).ToList();

        Assert.True(names.Count > 150);
        Assert.Equal(names.Order(StringComparer.Ordinal), swedish.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key).Order(StringComparer.Ordinal));
        Assert.All(names, n => Assert.Equal((n, Places(english.GetString(n)!)), (n, Places(swedish.GetString(n)!))));
    }

    private static string Places(string text) => string.Join(',', Enumerable.Range(0, 4).Where(i => text.Contains("{" + i + "}", StringComparison.Ordinal)));

    [Theory]
    [InlineData("/entries/sspr/sspr-0029", "content/en-US/sspr.md, line 34")]
    [InlineData("/articles/sspr", "content/en-US/sspr.md")]
    [InlineData("/health", "content/en-US/sspr.md:56")]
    [InlineData("/embed/v1/entries/sspr/sspr-0029.html", "content/en-US/sspr.md, line 34")]
    public async Task Paths_begin_at_the_folder_of_the_content(string path, string shown)
    {
        using var response = await _server.GetAsync(path);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/" + shown, page, StringComparison.Ordinal);
    }
}
