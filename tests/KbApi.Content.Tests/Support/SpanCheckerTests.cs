using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Support;

/// <summary>A checker that finds nothing wrong proves something only where it finds what is wrong.</summary>
public sealed class SpanCheckerTests
{
    private static readonly Article Sound = Documents.Read("""
        # <a name="top"></a>Errors

        | Code | Symptom | Resolution |
        | --- | --- | --- |
        | SSPR_0009 | Reset is **off**<br>for all | Turn it [on](#top). |
        """);

    [Fact]
    public void A_sound_article_has_no_problems()
    {
        Assert.Single(Sound.Entries);
        Assert.Empty(SpanChecker.Check(Sound));
        Assert.Empty(ReferenceChecker.Check(Sound));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    [InlineData(0, 10_000)]
    [InlineData(-10_000, 0)]
    public void A_shifted_symptom_is_found(int start, int length) =>
        Assert.NotEmpty(Check(e => e with { Symptoms = [Moved(e.Symptoms[0], start, length)] }));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void A_shifted_code_is_found(int start, int length) => Assert.NotEmpty(Check(e =>
        e with { Codes = [e.Codes[0] with { Span = Moved(e.Codes[0].Span, start, length) }] }));

    [Fact]
    public void A_wrong_line_is_found() => Assert.NotEmpty(Check(e => e with { StartLine = 4 }));

    [Fact]
    public void A_child_outside_its_entry_is_found() => Assert.NotEmpty(Check(e => e with { Span = e.Span with { Length = 12 } }));

    [Fact]
    public void Another_text_is_found() => Assert.NotEmpty(Check(e => e with { Title = e.Title with { Text = "Reset is on for all" } }));

    [Fact]
    public void Overlapping_entries_are_found()
    {
        var entry = Sound.Entries[0];
        var other = entry with { Span = new TextSpan(entry.Span.Start + 1, entry.Span.Length) };

        Assert.NotEmpty(SpanChecker.Check(Sound with { Entries = [entry, other] }));
    }

    [Fact]
    public void A_repeated_id_and_a_reference_to_nothing_are_found()
    {
        var entry = Sound.Entries[0];

        Assert.NotEmpty(ReferenceChecker.Check(Sound with { Entries = [entry, entry] }));
        Assert.NotEmpty(ReferenceChecker.Check(Sound with { Entries = [entry with { Discriminators = [new Discriminator(entry.Title, ["doc/none"])] }] }));
        Assert.NotEmpty(ReferenceChecker.Check(Sound with { Entries = [entry with { Section = "none" }] }));
    }

    private static IReadOnlyList<string> Check(Func<Entry, Entry> change) => SpanChecker.Check(Sound with { Entries = [change(Sound.Entries[0])] });

    private static Prose Moved(Prose prose, int start, int length) => prose with { Span = Moved(prose.Span, start, length) };

    private static TextSpan Moved(TextSpan span, int start, int length) => new(span.Start + start, span.Length + length);
}
