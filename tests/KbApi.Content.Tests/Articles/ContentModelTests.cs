using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Articles;

/// <summary>The whole model of this repository's own article, fact by fact.</summary>
public sealed class ContentModelTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("sv-SE")]
    public void The_article_reads_as_stored(string locale)
    {
        var article = ContentKnowledge.Content.Articles.Find("sspr")!.In(LocaleTag.Parse(locale))!;

        Baseline.Verify(ModelText.Write(article), "sspr." + locale);
    }

    [Fact]
    public void Nothing_of_the_content_is_wrong() => Assert.Empty(ContentKnowledge.Content.Diagnostics);

    [Fact]
    public void Every_place_is_that_of_its_text() =>
        Problems.AssertNone(Variants().SelectMany(a => SpanChecker.Check(a).Select(p => $"{a.Id} {a.Locale}: {p}")));

    [Fact]
    public void Every_reference_leads_somewhere() =>
        Problems.AssertNone(Variants().SelectMany(a => ReferenceChecker.Check(a).Select(p => $"{a.Id} {a.Locale}: {p}")));

    private static IEnumerable<Article> Variants() => ContentKnowledge.Content.Articles.Items.SelectMany(a => a.Variants);
}
