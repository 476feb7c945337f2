using System.Text.Json.Nodes;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Tests.Site;

public sealed class HtmlTests
{
    private const string Harm = "\"><script>alert('x')</script>&";

    [Fact]
    public void Values_in_text_and_attributes_are_encoded()
    {
        var html = Html.Of($"""<p title="{Harm}">{Harm}</p>""");

        Assert.Equal(
            "<p title=\"&quot;&gt;&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;\">&quot;&gt;&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;</p>", html.ToString());
    }

    [Fact]
    public void Words_of_all_languages_stay_readable() => Assert.Equal("<p>å 語 ع</p>", Html.Of($"<p>{"å 語 ع"}</p>").ToString());

    [Fact]
    public void Markup_in_markup_is_not_encoded_again() => Assert.Equal("<ul><li>&lt;</li></ul>", Html.Of($"<ul>{Html.Each(["<"], t => Html.Of($"<li>{t}</li>"))}</ul>").ToString());

    [Fact]
    public void A_text_is_no_address()
    {
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<a href="{Harm}">words</a>"""));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<a href="/entries/{Harm}">words</a>"""));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<form action="{Harm}"></form>"""));
    }

    [Fact]
    public void A_text_is_no_program_and_no_style()
    {
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<p onclick="{Harm}">words</p>"""));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<p style="color: {Harm}">words</p>"""));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<script>{Harm}</script>"));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<style>{Harm}</style>"));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<p{new HtmlAttribute("onclick", Harm, true)}>words</p>"""));
    }

    [Fact]
    public void A_text_stands_in_quotes_or_between_tags()
    {
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<p title={Harm}>words</p>"));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<p {Harm}>words</p>"));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<p title='{Harm}'>words</p>"));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<{Harm}>"));
    }

    [Fact]
    public void Markup_and_attributes_stand_where_they_belong()
    {
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<p title="{Html.Of($"<b>x</b>")}">words</p>"""));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<p>{HtmlAttribute.When(true, "hidden")}</p>"));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<a href="{Address.OfAnchor("a")}" """));
        Assert.Equal("<p class=\"x\" hidden>words</p>", Html.Of($"""<p class="{"x"}"{HtmlAttribute.When(true, "hidden")}{HtmlAttribute.When(false, "lang", "sv")}>words</p>""").ToString());
    }

    [Fact]
    public void Addresses_of_the_site_are_escaped_and_lead_nowhere_else()
    {
        Assert.Equal("/entries/a%3Fb/c%22d?q=x%26y", Address.OfSite("/entries/" + Address.Escape("a?b/c\"d"), [new("q", "x&y"), new("locale", null)]).ToString());
        Assert.Throws<ArgumentException>(() => Address.OfSite("//harm.example"));
        Assert.Throws<ArgumentException>(() => Address.OfSite("/\\harm.example"));
        Assert.Throws<ArgumentException>(() => Address.OfSite("javascript:alert(1)"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("relative/path")]
    public void Addresses_of_documents_that_browsers_should_not_follow_are_none(string target) => Assert.Null(Address.OfWeb(target));

    [Fact]
    public void Addresses_of_the_web_are_kept() => Assert.Equal("https://example.com/a?b=c#d", Address.OfWeb("https://example.com/a?b=c#d").ToString());

    [Fact]
    public void Linked_data_cannot_end_its_element()
    {
        var html = Html.OfLinkedData(new JsonObject { ["name"] = "</script><!--" }).ToString();

        Assert.Equal("<script type=\"application/ld+json\">{\"name\":\"\\u003C/script\\u003E\\u003C!--\"}</script>", html);
    }
}
