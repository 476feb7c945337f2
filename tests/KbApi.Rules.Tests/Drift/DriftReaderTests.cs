using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Drift;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Drift;

public class DriftReaderTests
{
    [Fact]
    public void Each_thing_that_a_careless_translation_changed_is_found_on_its_lines() => Assert.Equal(
        [
            "8 8 technicalDetails NegationLost '' ''",
            "9 9 codes Contradiction 'GATE_0008' 'GATE_0009'",
            "15 15 symptoms Literal 'STOPP:' 'HALT:'",
            "16 16 resolution Range '8100 8104' '8100-8104'",
            "17 17 resolution Number '8' '12'",
        ],
        DriftText.Lines(DriftText.Read(GateDocuments.English, GateDocuments.Swedish)));

    [Fact]
    public void A_code_that_the_original_has_changed_is_told_with_both() => Assert.Equal(
        ["17 17 codes Code '4103' '4104'"],
        DriftText.Lines(DriftText.Read(Events("4104"), Events("4103").Replace("Plate refused", "Skylt nekad", StringComparison.Ordinal))).Where(l => l.StartsWith("17 17 codes ", StringComparison.Ordinal)));

    [Fact]
    public void A_row_that_only_the_original_has_is_missing_and_one_that_only_the_translation_has_is_an_orphan()
    {
        var english = GateDocuments.English + "| 4104 | GateLampError | The lamp is broken. Replace it. |\n";
        var swedish = GateDocuments.Swedish + "| 4105 | GateHornError | Tutan är trasig. Byt den. |\n";
        var lines = DriftText.Lines(DriftText.Read(english, swedish)).ToList();
        Assert.Contains("- 18 Missing Entry gates/4104", lines);
        Assert.Contains("18 - Orphan Entry gates/4105", lines);
    }

    [Fact]
    public void A_document_without_translation_is_missing_with_all_that_it_holds_unless_only_documents_are_looked_at()
    {
        var knowledge = Documents.Load((GateDocuments.EnglishPath, GateDocuments.English), ("sv-SE/other.md", "# Annat\n"));
        var report = DriftReader.Read(knowledge, new DriftOptions());
        Assert.Equal([("gates", DriftState.Missing, 6), ("other", DriftState.Orphan, 0)], report.Articles.Select(a => (a.Id, a.State, a.Items.Length)));
        Assert.Equal(["other"], DriftReader.Read(knowledge, new DriftOptions { ReportsMissingArticles = false }).Articles.Select(a => a.Id));
    }

    [Fact]
    public void A_cell_that_was_left_in_English_is_untranslated()
    {
        const string Sentence = "Wait until the lamp is green, then press the button again.";
        var english = $"# Gates\n\n| Error | Solution |\n| --- | --- |\n| The gate stays shut | {Sentence} |\n";
        var swedish = $"# Bommar\n\n| Fel | Lösning |\n| --- | --- |\n| Bommen förblir stängd | {Sentence} |\n";
        Assert.Equal(["5 5 resolution Untranslated"], DriftText.Lines(DriftText.Read(english, swedish)));
    }

    [Fact]
    public void A_cell_that_was_left_empty_is_a_missing_field()
    {
        const string Head = "# Gates\n\n| Error | Solution |\n| --- | --- |\n";
        var english = Head + "| The gate stays shut | Press the green button and wait for the lamp. |\n| The lamp is dark | Replace the lamp in the box beside the gate. |\n| The horn is silent | Replace the horn behind the box of the lamp. |\n";
        var swedish = Head + "| Bommen förblir stängd |  |\n| Lampan är mörk | Byt lampan i lådan bredvid bommen. |\n| Tutan är tyst | Byt tutan bakom lådan med lampan i. |\n";
        Assert.Equal(["- 5 resolution Missing"], DriftText.Lines(DriftText.Read(english, swedish)));
    }

    [Fact]
    public void A_step_that_the_original_has_got_since_is_told()
    {
        const string Swedish = "# Bom\n\n## <a name=\"start\"></a>Starta om bommen\n\n1. Öppna lådan 4711.\n2. Tryck på `GateReset`.\n";
        var english = "# Gate\n\n## <a name=\"start\"></a>Restart the gate\n\n1. Open box 4711.\n2. Press `GateReset`.\n3. Close the box.\n";
        Assert.Equal(["5 7 steps ItemAdded '' 'Close the box.'"], DriftText.Lines(DriftText.Read(english, Swedish)));
    }

    [Fact]
    public void One_digit_may_be_a_word_but_two_different_digits_are_not()
    {
        const string Head = "# Gates\n\n| Error | Solution |\n| --- | --- |\n";
        Assert.Empty(DriftText.Lines(DriftText.Read(Head + "| It is shut | Press it 3 times. |\n", Head + "| Den är stängd | Tryck tre gånger. |\n")));
        Assert.Equal(
            ["5 5 resolution Number '4' '3'"],
            DriftText.Lines(DriftText.Read(Head + "| It is shut | Press it 3 times. |\n", Head + "| Den är stängd | Tryck 4 gånger. |\n")));
    }

    [Fact]
    public void Marks_between_thousands_and_another_order_are_no_change()
    {
        const string Head = "# Gates\n\n| Error | Solution |\n| --- | --- |\n";
        Assert.Empty(DriftText.Lines(DriftText.Read(Head + "| It is shut | Wait 1,500 seconds or press 20 times. |\n", Head + "| Den är stängd | Tryck 20 gånger eller vänta 1 500 sekunder. |\n")));
    }

    [Fact]
    public void In_one_language_other_words_and_a_lost_negation_are_told()
    {
        const string Head = "# Gates\n\n| Error | Solution |\n| --- | --- |\n";
        Assert.Equal(["5 5 resolution Wording '' ''"], Revisions(Head + "| Shut | Push the red button. |\n", Head + "| Shut | Press the red button. |\n"));
        Assert.Equal(["5 5 resolution NegationLost '' ''"], Revisions(Head + "| Shut | Do not press the red button twice. |\n", Head + "| Shut | Do press the red button twice. |\n"));
    }

    [Theory]
    [InlineData("aaaaaaa1", "aaaaaaa1", "h1", "h2", false)]
    [InlineData("bbbbbbb2", "aaaaaaa1", "h1", "h1", false)]
    [InlineData("bbbbbbb2", "aaaaaaa1", "h1", "h2", true)]
    public void Revision_ids_tell_and_equal_hashes_of_the_file_are_the_same_text(string original, string translated, string hash, string translatedHash, bool isOther)
    {
        static string Matter(string commit, string hash) => $"---\nms.openlocfilehash: {hash}\nms.sourcegitcommit: {commit}\n---\n# Gates\n";
        var revision = DriftText.Read(Matter(original, hash), Matter(translated, translatedHash)).Articles.Single().Revision;
        Assert.Equal(translated, revision.Translated);
        Assert.Equal(isOther ? new[] { original, translated } : null, revision.Reason is { } reason ? new[] { reason.Expected, reason.Found } : null);
        Assert.Equal(isOther ? 2 : null, revision.Reason?.Here?.Start.Line);
    }

    [Fact]
    public void With_the_original_as_it_was_only_what_was_reworded_since_is_stale()
    {
        const string Head = "# Gates\n\n| Error | Solution |\n| --- | --- |\n";
        const string Then = Head + "| It is shut | Press the button. |\n| It is dark | Replace the lamp. |\n";
        const string Now = Head + "| It is shut | Call the guard. |\n| It is dark | Replace the lamp. |\n";
        const string Swedish = "---\nms.sourcegitcommit: aaaaaaa1\n---\n" + Head + "| Den är stängd | Tryck på knappen. |\n| Det är mörkt | Byt lampan. |\n";
        var then = Documents.Load((GateDocuments.EnglishPath, Then)).Articles.Items.Single().Variants.Single();
        var knowledge = Documents.Load((GateDocuments.EnglishPath, Now), (GateDocuments.SwedishPath, Swedish));

        var report = DriftReader.Read(knowledge, new DriftOptions { OriginalAt = (_, revision) => revision == "aaaaaaa1" ? then : null });
        Assert.True(report.Articles.Single().Revision.IsCompared);
        Assert.Equal(["8 5 resolution Wording '' ''"], DriftText.Lines(report));
        Assert.Empty(DriftText.Lines(DriftReader.Read(knowledge, new DriftOptions())));
    }

    [Fact]
    public void The_bundled_content_has_not_drifted()
    {
        var report = DriftReader.Read(new KnowledgeBaseLoader().Load(Repository.Content), new DriftOptions());
        Assert.Empty(DriftText.Lines(report));
        Assert.True(report.Articles.Sum(a => a.Items.Length) > 150);
    }

    [CorpusFact]
    public void The_seed_drifted_from_its_English_original_where_it_is_known_to_have()
    {
        static Article Load(string path) => new KnowledgeBaseLoader().Load(ContentDirectory.Find([path])).Articles.Items.Single().Variants.Single();
        var original = Load(Path.Combine(Repository.Corpus, "sspr", "en-US"));
        var report = DriftReader.Read([original], [Load(Repository.Seed) with { Id = original.Id }], new DriftOptions());
        var lines = DriftText.Lines(report).ToList();
        Assert.Contains("35 33 technicalDetails NegationLost '' ''", lines);
        Assert.Contains("37 35 codes Contradiction 'SSPR_0012' 'SSPR_0013'", lines);
        Assert.Contains("104 102 symptoms Literal 'BORGEN:' 'BAIL:'", lines);
        Assert.Contains("105 103 codes Contradiction '8023042' '80230402'", lines);
        Assert.Contains("139 137 resolution Range '9350 9354' '9350-9354'", lines);
        Assert.InRange(lines.Count, 5, 10);
        Assert.Equal("09/21/2017", report.Articles.Single().Revision.Reason?.Found);
    }

    private static IEnumerable<string> Revisions(string original, string here)
    {
        static Article Load(string text) => Documents.Load(("en-US/a.md", text)).Articles.Items.Single().Variants.Single();
        return DriftText.Lines(DriftReader.Read([Load(original)], [Load(here)], new DriftOptions()));
    }

    private static string Events(string code) =>
        GateDocuments.English.Replace("| 4103 | PlateTooLongError |", $"| {code} | Plate refused |", StringComparison.Ordinal);
}
