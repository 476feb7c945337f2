using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Diagnostics;

public sealed partial class ReadingDiagnosticsTests
{
    private static readonly DiagnosticDescriptor[] All =
        [.. typeof(ReadingDiagnostics).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.GetValue(null)).OfType<DiagnosticDescriptor>()];

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    [Fact]
    public void Ids_are_KB1001_to_KB1017_each_once() =>
        Assert.Equal(Enumerable.Range(1001, 17).Select(n => $"KB{n}"), All.Select(d => d.Id).Order());

    [Fact]
    public void Every_descriptor_has_its_texts_in_English_and_Swedish() => Assert.All(All, d =>
    {
        foreach (var text in new[] { d.Title, d.MessageFormat })
        {
            Assert.NotEqual("", text.In(English).Trim());
            Assert.NotEqual("", text.In(Swedish).Trim());
            Assert.NotEqual(text.In(English), text.In(Swedish));
            Assert.Equal(text.In(English), text.In(CultureInfo.InvariantCulture));
            Assert.Equal(text.In(English), text.In(CultureInfo.GetCultureInfo("ja-JP")));
            Assert.Equal(text.ToString(), text.In(English));
        }
    });

    [Fact]
    public void Titles_are_short_and_messages_are_sentences() => Assert.All(All, d => Assert.All([English, Swedish], culture =>
    {
        Assert.DoesNotMatch("[.:!]$", d.Title.In(culture));
        Assert.InRange(d.Title.In(culture).Length, 5, 40);
        Assert.Matches(@"(\.|\{\d\})$", d.MessageFormat.In(culture));
    }));

    [Fact]
    public void Both_languages_have_the_same_places_for_values() =>
        Assert.All(All, d => Assert.Equal(Places(d.MessageFormat.In(English)), Places(d.MessageFormat.In(Swedish))));

    [Fact]
    public void A_message_is_written_in_the_language_asked_for()
    {
        var text = SourceText.From("a\nbc", "x/y.md");
        var diagnostic = Diagnostic.Create(ReadingDiagnostics.TooLarge, Location.In(text, new TextSpan(3, 1)), 20000000L, 16777216L);

        Assert.Equal("The file has 20000000 bytes; at most 16777216 are read. Split it.", diagnostic.GetMessage(English));
        Assert.Equal("Filen har 20000000 byte; h\u00F6gst 16777216 l\u00E4ses. Dela upp den.", diagnostic.GetMessage(Swedish));
        Assert.Equal("x/y.md(2,2): error KB1004: Filen har 20000000 byte; h\u00F6gst 16777216 l\u00E4ses. Dela upp den.", diagnostic.ToString(Swedish));
        Assert.Equal((new LinePosition(1, 1), new LinePosition(1, 2)), (diagnostic.Location.Start, diagnostic.Location.End));
    }

    [Fact]
    public void A_severity_may_differ_from_the_descriptors()
    {
        var diagnostic = Diagnostic.Create(ReadingDiagnostics.FrontMatter, Location.OfFile("a.md"), "x") with { Severity = DiagnosticSeverity.Info };

        Assert.Equal(DiagnosticSeverity.Warning, ReadingDiagnostics.FrontMatter.DefaultSeverity);
        Assert.StartsWith("a.md(1,1): info KB1009: ", diagnostic.ToString(English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_nowhere_is_named()
    {
        var resources = new System.Resources.ResourceManager("KbApi.Content.Diagnostics.ReadingDiagnostics", typeof(ReadingDiagnostics).Assembly);

        Assert.Contains("'Nonsense'", Assert.Throws<System.Resources.MissingManifestResourceException>(() => new LocalizableText(resources, "Nonsense").In(English)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Places(string format) => Place.Matches(format).Select(m => m.Value).Order();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place { get; }
}
