using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Articles;

/// <summary>The document that the project started from, with all its flaws. Facts only: its text stays where it is.</summary>
public sealed class SeedTests
{
    private static Article Seed => ContentKnowledge.Seed;

    [CorpusFact]
    public void The_facts_read_as_stored() => Baseline.Verify(SeedFacts.Write(Seed), "seed.facts");

    [CorpusFact]
    public void Every_place_is_that_of_its_text() => Problems.AssertNone(SpanChecker.Check(Seed));

    [CorpusFact]
    public void Every_reference_leads_somewhere() => Problems.AssertNone(ReferenceChecker.Check(Seed));

    [CorpusFact]
    public void Nothing_is_wrong_with_its_form() => Assert.Empty(Seed.Diagnostics);

    [CorpusFact]
    public void There_are_79_entries_each_a_row_on_its_line()
    {
        int[] lines = [.. Range(33, 40), .. Range(47, 49), .. Range(55, 56), .. Range(62, 64), .. Range(70, 80), .. Range(86, 94), .. Range(104, 105), .. Range(111, 151)];

        Assert.Equal(79, Seed.Entries.Length);
        Assert.Equal(lines, Seed.Entries.Select(e => e.StartLine));
        Assert.Equal(lines, Seed.Entries.Select(e => e.EndLine));
        Assert.All(Seed.Entries, e => Assert.Equal(EntryShape.Row, e.Shape));
    }

    [CorpusFact]
    public void The_entries_stand_in_eight_sections() => Assert.Equal(
        [
            ("troubleshoot-self-service-password-reset-errors-that-a-user-may-see", 8),
            ("troubleshoot-password-reset-configuration-in-the-azure-portal", 3),
            ("troubleshoot-password-reset-reporting", 2),
            ("troubleshoot-password-reset-registration-portal", 3),
            ("troubleshoot-password-reset-portal", 11),
            ("troubleshoot-password-writeback", 9),
            ("source-of-event-is-adsync", 2),
            ("source-of-event-is-passwordresetservice", 41),
        ],
        Seed.Entries.CountBy(e => e.Section!).Select(s => (s.Key, s.Value)));

    [CorpusFact]
    public void The_headings_give_their_english_anchors()
    {
        Assert.All(Seed.Sections, s => Assert.True(s.HasExplicitAnchor));
        Assert.Equal("how-to-troubleshoot-self-service-password-reset", Seed.Sections[0].Anchor);
        Assert.Equal([1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 2, 3, 3, 3, 3, 2, 2, 2, 2], Seed.Sections.Select(s => s.Level));
    }

    [CorpusFact]
    public void The_revision_is_what_the_front_matter_says()
    {
        Assert.Equal("dfd49613fce4ce917e844d205c85359ff093bb9c", Seed.Revision.SourceRevision);
        Assert.Equal("HT", Seed.Revision.Translation);
        Assert.Equal("09/21/2017", Seed.Revision.Date);
        Assert.Equal("24b8a9852395c26a40adb406bd706283e1a96d5d", Seed.FrontMatter["ms.openlocfilehash"]);
        Assert.Equal("10/31/2017", Seed.FrontMatter["ms.lasthandoff"]);
        Assert.Equal("active-directory", Seed.Product);
        Assert.Equal(Documents.Swedish, Seed.Locale);
        Assert.Equal(22, Seed.FrontMatter.Keys.Count());
    }

    [CorpusFact]
    public void The_procedures_have_4_10_3_and_10_steps()
    {
        Assert.Equal([4, 10, 3, 10], Seed.Procedures.Select(p => p.Steps.Length));
        Assert.Equal([(169, 178), (182, 195), (201, 212), (218, 237)], Seed.Procedures.Select(p => (p.StartLine, p.EndLine)));
        Assert.Equal([0, 0, 1, 0], Seed.Procedures.Select(p => p.Warnings.Length));
        Assert.Equal(7, Seed.Procedures[3].Steps.Count(s => !s.Images.IsEmpty));
        Assert.Equal("./media/active-directory-passwords-troubleshoot/servicerestart.png", Assert.Single(Seed.Procedures[0].Steps[3].Images));
    }

    [CorpusFact]
    public void The_ladder_climbs_five_rungs_in_order()
    {
        var ladder = Assert.Single(Seed.Ladders);

        Assert.Equal(
            [
                ("confirm-network-connectivity", null),
                ("restart-the-azure-ad-connect-sync-service", "seed/restart-the-azure-ad-connect-sync-service"),
                ("disable-and-re-enable-the-password-writeback-feature", "seed/disable-and-re-enable-the-password-writeback-feature"),
                ("install-the-latest-azure-ad-connect-release", "seed/install-the-latest-azure-ad-connect-release"),
                ("troubleshoot-password-writeback", null),
            ],
            ladder.Rungs.Select(r => (r.Anchor, r.Procedure)));
        Assert.Equal((153, 161), (ladder.StartLine, ladder.EndLine));
        Assert.Equal("seed/troubleshoot-password-writeback-connectivity", ladder.Id);
    }

    [CorpusFact]
    public void The_checklist_asks_for_seven_things_with_five_details()
    {
        var checklist = Assert.Single(Seed.Checklists);

        Assert.Equal(12, checklist.Count);
        Assert.Equal((243, 261), (checklist.StartLine, checklist.EndLine));
        Assert.Equal([0, 0, 2, 0, 3, 0, 0], checklist.Fields.Select(f => f.Details.Length));
        Assert.Equal([249, 250, 251, 255, 256, 260, 261], checklist.Fields.Select(f => Seed.Text.GetLine(f.Span.Start) + 1));
    }

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);
}
