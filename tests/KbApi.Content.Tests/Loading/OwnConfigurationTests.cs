using KbApi.Content.Codes;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Loading;

/// <summary>Schemes and lexicons beside the content take effect as they are saved.</summary>
public sealed class OwnConfigurationTests
{
    private const string Table = "# A\n\n## <a name=\"flags\"></a>Flags\n\n| Error | Solution |\n|---|---|\n| GuruMeditation = 7 | See ACME/0042. |\n";

    [Fact]
    public void An_own_scheme_names_codes_by_pattern_and_by_section()
    {
        using var folder = new TempFolder();
        folder.Write("a.md", Table + "\n### ACME-0042\n\nIt is full.\n");
        var loader = new KnowledgeBaseLoader();
        var before = loader.Load(folder.Path);

        folder.Write("schemes.yaml", "schemes:\n- { id: acme, patterns: ['ACME-####'] }\n- { id: guru, section: a#flags }\n");
        var after = loader.Load(folder.Path);

        Assert.Equal(["symbol GuruMeditation", "number 7"], CodesOf(before).Take(2));
        Assert.Equal(["guru GuruMeditation", "guru 7", "acme ACME-0042"], CodesOf(after));
        Assert.Equal("a/gurumeditation", Assert.Single(after.Codes.Find("7", scheme: "guru").Owners).EntryId);
        Assert.Equal("acme", after.Codes.Find("acme 42").Owners[0].Code.Scheme);
        Assert.NotEqual(before.SnapshotId, after.SnapshotId);
    }

    [Fact]
    public void An_own_lexicon_teaches_a_language()
    {
        using var folder = new TempFolder();
        folder.Write("et-EE/a.md", "# A\n\n| Viga | Lahendus |\n|---|---|\n| See ei t\u00F6\u00F6ta | Taask\u00E4ivitage programm. |\n");
        var loader = new KnowledgeBaseLoader();
        Assert.Empty(loader.Load(folder.Path).Entries.Items);

        folder.Write("lexicons/et.yaml", "language: et\nheaders: { symptom: [viga], resolution: [lahendus] }\nactions: [taask\u00E4ivitage]\n");
        var entry = Assert.Single(loader.Load(folder.Path).Entries.Items).Variants[0];

        Assert.Equal(("See ei t\u00F6\u00F6ta", "Taask\u00E4ivitage programm."), (entry.Title.Text, entry.Resolution?.Text));
    }

    [Fact]
    public void A_wrong_file_is_reported_with_its_line_and_the_rest_is_read()
    {
        var knowledge = Documents.Load(
            ("schemes.yaml", "schemes:\n- id: a\n  patterns: ['A#']\n- id: b\n  patterns: ['##']\n"),
            ("lexicons/xx.yaml", "language: xx\nheaders:\n  nonsense: [a]\n"),
            ("a.md", Table));

        Assert.Equal(
            [("lexicons/xx.yaml", 3, 3), ("schemes.yaml", 5, 14)],
            knowledge.Diagnostics.Select(d => (d.Location.Path, d.Location.Start.Line + 1, d.Location.Start.Character + 1)));
        Assert.All(knowledge.Diagnostics, d => Assert.Equal("KB1011", d.Id));
        Assert.Contains("'nonsense'", knowledge.Diagnostics[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Single(knowledge.Entries.Items);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0x41 }, "KB1003")]
    [InlineData(new byte[] { 0x41, 0x00 }, "KB1002")]
    [InlineData(new byte[] { }, "KB1005")]
    public void An_unreadable_configuration_is_reported_as_a_document_is(byte[] bytes, string id) =>
        Assert.Equal(id, Assert.Single(new KnowledgeBaseLoader().Load([ContentFile.InMemory("schemes.yaml", bytes)]).Diagnostics).Id);

    [Fact]
    public void The_configuration_of_the_content_is_right()
    {
        Assert.Equal("sspr", ContentKnowledge.Content.Schemes["sspr"]!.Id);
        Assert.Equal(["sspr-flag", "sspr-flag", "sspr"], ContentKnowledge.English.Entries[0].Codes.Select(c => c.Code.Scheme));
        Assert.Equal(4, ContentKnowledge.Content.Schemes[BuiltInSchemes.Event]!.Groups.Length);
    }

    private static IEnumerable<string> CodesOf(KnowledgeBase knowledge) =>
        knowledge.Entries.Items.SelectMany(e => e.Variants[0].Codes).Select(c => $"{c.Code.Scheme} {c.Code.Value}");
}
