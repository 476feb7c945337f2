using KbApi.Content.Syntax;

namespace KbApi.Content.Tests.Syntax.Dialects;

/// <summary>What site generators put into text reads as readers of the site see it.</summary>
public sealed class DialectTextTests
{
    [Theory]
    [InlineData("Open [!UICONTROL Save as] in [!DNL Contoso Mail].", "Open Save as in Contoso Mail.")]
    [InlineData("**[!UICONTROL All projects]** x", "All projects x")]
    [InlineData("[[!DNL SendGrid] service](a.md) x", "SendGrid service x")]
    [InlineData("[!analyze](a.md) x", "!analyze x")]
    [InlineData("[!not a marker] x", "[!not a marker] x")]
    [InlineData("a [!VIDEO https://v.example/1] b", "a b")]
    [InlineData("a [!code-sql[main](x.sql#L1 \"t\")] b", "a b")]
    [InlineData("`[!DNL x]`", "[!DNL x]")]
    public void Markers_leave_their_words(string markdown, string text) => Assert.Equal(text, Inlines.Read(markdown).Text);

    [Theory]
    [InlineData("Use version {{ page.version.version }} of it", "Use version of it")]
    [InlineData("{% if page.os == 'x' %}Restart{% endif %} it", "Restart it")]
    [InlineData("a {{< rawhtml >}}b{{< /rawhtml >}}", "a b")]
    [InlineData("a {{% note %}}b{{% /note %}}", "a b")]
    [InlineData("a{/* why */} b", "a b")]
    [InlineData("Stop it.{: .note}", "Stop it.")]
    [InlineData("Stop it.\n{:.note .wide}", "Stop it.")]
    [InlineData("a {{name}} b {0} c {host} d {{ id }}", "a {{name}} b {0} c {host} d {{ id }}")]
    [InlineData("a { b } {: } {", "a { b } {: } {")]
    [InlineData("`{{ page.x }} {% y %}`", "{{ page.x }} {% y %}")]
    [InlineData("a <Tabs items={['<b>', 1]}>b</Tabs>", "a b")]
    [InlineData("set <Name> and <IP address>", "set and")]
    public void Templates_are_not_seen_but_placeholders_are(string markdown, string text) => Assert.Equal(text, Inlines.Read(markdown).Text);

    [Theory]
    [InlineData("See <xref:System.String.Format%2A> now", "See Format now", "xref:System.String.Format%2A")]
    [InlineData("See <xref:System.String.Format%2A?displayProperty=nameWithType> now", "See String.Format now", "xref:System.String.Format%2A?displayProperty=nameWithType")]
    [InlineData("See <xref:A.B(System.Int32)?displayProperty=fullName> now", "See A.B(System.Int32) now", "xref:A.B(System.Int32)?displayProperty=fullName")]
    [InlineData("See @System.Text.Rune. Then", "See Rune. Then", "xref:System.Text.Rune")]
    [InlineData("See [Rune](xref:System.Text.Rune)", "See Rune", "xref:System.Text.Rune")]
    public void References_show_a_short_name(string markdown, string text, string target)
    {
        var read = Inlines.Read(markdown);

        Assert.Equal(text, read.Text);
        Assert.Equal(target, read.MarksOf(InlineMarkKind.Link).Single().Target);
    }

    [Theory]
    [InlineData("Mail me@Contoso.Com or @Override, @contoso.com")]
    [InlineData("Ask @Someone.")]
    public void Addresses_and_annotations_are_no_references(string markdown) => Assert.Empty(Inlines.Read(markdown).MarksOf(InlineMarkKind.Link));

    [Fact]
    public void An_image_directive_is_an_image_and_no_text()
    {
        var read = Inlines.Read("Select :::image type=\"icon\" source=\"media/gear.png\" alt-text=\"Gear: settings\":::  **Settings**.");

        Assert.Equal("Select Settings.", read.Text);
        Assert.Equal("media/gear.png", read.MarksOf(InlineMarkKind.Image).Single().Target);
        Assert.Equal("The tray is open.", Inlines.Read(":::no-loc text=\"The tray is open.\":::").Text);
    }

    [Theory]
    [InlineData("See [the list]({% link {{ page.version }}/a-b.md %}#x).", "See the list.", "/a-b.md#x")]
    [InlineData("See [the list]({% link c.md %}).", "See the list.", "c.md")]
    [InlineData("See [the list]({% link {{ x }} y z %}#x).", "See the list.", "#x")]
    public void Links_that_Liquid_addresses_are_links(string markdown, string text, string target)
    {
        var read = Inlines.Read(markdown);

        Assert.Equal(text, read.Text);
        Assert.Equal(target, read.MarksOf(InlineMarkKind.Link).Single().Target);
    }

    [Fact]
    public void Every_character_knows_its_place_beside_mark_up_that_is_hidden()
    {
        const string Markdown = "a {% b %} [!DNL Contoso] {{ x.y }} end";
        var read = Inlines.Read(Markdown);

        Assert.Equal("a Contoso end", read.Text);
        Assert.Equal("Contoso", Inlines.Slice(Markdown, read.ToSource(2, 7)));
        Assert.Equal("end", Inlines.Slice(Markdown, read.ToSource(10, 3)));
    }
}
