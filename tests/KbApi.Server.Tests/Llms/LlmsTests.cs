using System.Net;
using System.Text.RegularExpressions;
using KbApi.Server.Llms;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Llms;

/// <summary>What language models and their crawlers read.</summary>
[Collection(ServerGroup.Name)]
public sealed partial class LlmsTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("en-US", "# Troubleshooting knowledge base")]
    [InlineData("sv-SE", "# Kunskapsbas för felsökning")]
    public async Task The_overview_has_the_parts_of_the_proposal_in_the_language_asked_for(string locale, string title)
    {
        using var response = await _server.GetAsync("/llms.txt", ("Accept-Language", locale));
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(locale, Assert.Single(response.Content.Headers.ContentLanguage));
        Assert.NotNull(response.Headers.ETag);
        Assert.Equal(title, lines[0]);
        Assert.StartsWith("> ", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Count(l => l.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains("## Optional", lines);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("sv-SE")]
    public async Task Every_article_is_linked_and_the_links_lead_to_Markdown_in_the_language(string locale)
    {
        var text = await _server.Client.GetStringAsync("/llms.txt?locale=" + locale);
        var links = Links().Matches(text).Select(m => m.Groups["address"].Value).Where(a => a.EndsWith(".md", StringComparison.Ordinal)).ToList();

        Assert.Equal((int)(await _server.GetJsonAsync("/v1/articles?locale=" + locale))["total"]!, links.Count);
        foreach (var link in links)
        {
            using var article = await _server.Client.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, article.StatusCode);
            Assert.Equal("text/markdown", article.Content.Headers.ContentType!.MediaType);
            Assert.Equal(locale, Assert.Single(article.Content.Headers.ContentLanguage));
        }
    }

    [Fact]
    public async Task An_article_is_the_same_as_over_the_API()
    {
        using var api = await _server.GetAsync("/v1/articles/sspr?locale=sv-SE", ("Accept", "text/markdown"));

        Assert.Equal(await api.Content.ReadAsStringAsync(), await _server.Client.GetStringAsync("/llms/sv-SE/sspr.md"));
    }

    [Fact]
    public async Task All_of_it_is_in_one_bounded_file()
    {
        var text = await _server.Client.GetStringAsync("/llms-full.txt?locale=sv-SE");

        Assert.Contains("SSPR_0029", text, StringComparison.Ordinal);
        Assert.Contains("KBAPI-4291", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1, LlmsText.MaxLength);
    }

    [Theory]
    [InlineData("/llms.txt")]
    [InlineData("/llms-full.txt")]
    [InlineData("/llms/en-US/sspr.md")]
    public async Task They_keep_to_a_budget(string path)
    {
        foreach (var tokens in new[] { 64, 300 })
        {
            using var response = await _server.GetAsync($"{path}?maxTokens={tokens}");
            Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, tokens * 3);
            Assert.Equal("true", Assert.Single(response.Headers.GetValues("Kb-Truncated")));
        }
    }

    [Theory]
    [InlineData("/llms/sv-SE/nothing.md")]
    [InlineData("/llms/sv-SE/sspr")]
    [InlineData("/llms/!/sspr.md")]
    public async Task What_is_not_there_is_a_problem(string path) => await _server.GetProblemAsync(HttpStatusCode.NotFound, path);

    [GeneratedRegex(@"\]\((?<address>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
