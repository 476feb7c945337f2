using KbApi.Search.Tests.Support;

namespace KbApi.Search.Tests;

/// <summary>What a search answers besides the right order.</summary>
public sealed class SearchIndexTests(ContentIndex content) : IClassFixture<ContentIndex>
{
    [Fact]
    public void The_same_query_has_the_same_answer_in_every_index_of_the_same_content()
    {
        using var other = SearchIndex.Build(content.KnowledgeBase);

        foreach (var query in new[] { "password", "lösenord", "writeback service", "user", "event" })
        {
            Assert.Equal(
                content.Index.Find(query).Hits.Select(h => (h.Id, h.Score)),
                other.Find(query).Hits.Select(h => (h.Id, h.Score)));
        }
    }

    [Fact]
    public void Highlights_are_the_words_that_match()
    {
        var hit = content.Index.Find("återställa lösenord", "sv-SE").Hits.First(h => h.Id == "sspr/reset-not-enabled");
        var title = hit.Highlights.First(h => h.Field == "title");

        Assert.Equal(["återställa", "lösenord", "lösenordsåterställning"], title.Spans.Select(s => title.Text[s.Start..s.End]));
    }

    [Fact]
    public void Every_highlight_lies_in_its_text_and_none_overlaps_another()
    {
        foreach (var highlight in content.Index.Find("password service directory", "en-US").Hits.SelectMany(h => h.Highlights))
        {
            var end = 0;
            foreach (var span in highlight.Spans)
            {
                Assert.InRange(span.Start, end, highlight.Text.Length - 1);
                Assert.InRange(span.End, span.Start + 1, highlight.Text.Length);
                end = span.End;
            }
        }
    }

    [Fact]
    public void Facets_count_the_hits()
    {
        var result = content.Index.Search(new SearchRequest { Query = "password", Locale = Indexes.English, HasFacets = true, Limit = 1000 });
        var severities = result.Facets.First(f => f.Name == "severity").Values;

        Assert.Equal(result.Hits.Count(h => h.Entry is not null), severities.Sum(v => v.Count));
        Assert.Equal(
            result.Hits.Count(h => h.Entry?.Source == "PasswordResetService"),
            result.Facets.First(f => f.Name == "source").Values.First(v => v.Value == "PasswordResetService").Count);
    }

    [Fact]
    public void A_filter_narrows_to_what_it_names()
    {
        var filter = new SearchFilter { Section = "writeback", Severity = "error" };
        var result = content.Index.Search(new SearchRequest { Query = "password", Locale = Indexes.English, Filter = filter });

        Assert.NotEmpty(result.Hits);
        Assert.All(result.Hits, h => Assert.Equal("writeback", h.Entry!.Section));
    }

    [Fact]
    public void Pages_follow_one_another()
    {
        var request = new SearchRequest { Query = "password", Locale = Indexes.English, Limit = 10 };
        var all = content.Index.Search(request).Hits.Select(h => h.Id);
        var pages = content.Index.Search(request with { Limit = 5 }).Hits.Concat(content.Index.Search(request with { Limit = 5, Skip = 5 }).Hits);

        Assert.Equal(all, pages.Select(h => h.Id));
    }

    [Fact]
    public void Suggestions_complete_the_last_word_and_name_titles()
    {
        var suggestions = content.Index.Suggest("passw", Indexes.English);

        Assert.Equal(new SearchSuggestion("password", null), suggestions[0]);
        Assert.Contains(suggestions, s => s.Id == "sspr/31003");
        Assert.InRange(suggestions.Length, 2, 10);
    }

    [Fact]
    public void Digits_are_never_completed() => Assert.Empty(content.Index.Suggest("3100", Indexes.English));

    [Fact]
    public void A_section_that_no_entry_is_made_of_is_found_as_such()
    {
        using var index = SearchIndex.Build(Indexes.Load(
            ("en-US/guide.md", "# Guide\n\n## Cleaning the frobnicator\n\nUse a dry cloth and no water at all, or it will rust within days.\n")));

        var hit = Assert.Single(index.Find("cleaning frobnicator").Hits, h => h.Section is not null);
        Assert.Equal((null, 3), (hit.Entry, hit.Line));
        Assert.StartsWith("guide#", hit.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 10, 0)]
    [InlineData("  ", 10, 0)]
    [InlineData("x", 0, 0)]
    [InlineData("x", 1001, 0)]
    [InlineData("x", 10, -1)]
    public void Wrong_use_is_named(string query, int limit, int skip) => Assert.Throws<ArgumentException>(
        () => content.Index.Search(new SearchRequest { Query = query, Locale = Indexes.English, Limit = limit, Skip = skip }));

    [Theory]
    [InlineData("\"*?~^:()[]{}\\/ AND OR NOT")]
    [InlineData("title:password -user +reset")]
    [InlineData("\ud83d\ude00 \u0000 \ufffd")]
    public void Signs_are_no_syntax(string query) => Assert.NotNull(content.Index.Find(query));

    [Fact]
    public void A_very_long_query_is_answered() =>
        Assert.NotEmpty(content.Index.Find("password " + new string('x', 100_000)).Hits.Select(h => h.Id).Append("answered"));
}
