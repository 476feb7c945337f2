using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;
using KbApi.Rules.Fixes;

namespace KbApi.Rules.Tests.Rules;

public class SeedDefectTests
{
    private static readonly AnalyzerDriver Driver = new(BuiltInRules.Analyzers, SeverityOptions.Default);

    [CorpusTheory]
    [InlineData("KB1101", 37)]
    [InlineData("KB1102", 105)]
    [InlineData("KB2205", 35)]
    [InlineData("KB2201", 104)]
    [InlineData("KB2203", 75)]
    [InlineData("KB2204", 139)]
    [InlineData("KB2302", 122, 123, 124, 127, 140)]
    [InlineData("KB1021", 55)]
    [InlineData("KB1020", 56, 86)]
    [InlineData("KB1103", 90, 146)]
    [InlineData("KB1201", 114)]
    [InlineData("KB1202", 135, 140)]
    [InlineData("KB1105", 64, 80)]
    [InlineData("KB1203", 205)]
    [InlineData("KB1024", 78, 88)]
    [InlineData("KB1025", 91)]
    public void A_defect_of_the_seed_is_found_on_its_lines_and_nowhere_else(string id, params int[] lines) =>
        Assert.Equal(lines, Find().Where(d => d.Id == id).Select(d => d.Location.Start.Line + 1));

    [CorpusTheory]
    [InlineData("KB1022", 75, 87, 88, 89, 104, 174)]
    [InlineData("KB1023", 131, 139, 140)]
    [InlineData("KB1106", 91, 92, 93)]
    public void A_defect_of_the_seed_is_found_on_all_its_lines(string id, params int[] lines) =>
        Assert.Empty(lines.Except(Find().Where(d => d.Id == id).Select(d => d.Location.Start.Line + 1)));

    [CorpusFact]
    public void Names_that_look_like_typing_errors_are_none()
    {
        var lines = Find().Select(d => d.Location.Start.Line + 1).ToList();
        Assert.DoesNotContain(132, lines);
        Assert.DoesNotContain(143, lines);
        Assert.DoesNotContain(145, lines);
    }

    [CorpusFact]
    public void Fixes_leave_nothing_to_fix_and_touch_no_other_line()
    {
        var files = Files();
        var fixer = new ContentFixer(Driver, BuiltInRules.FixProviders, new LoadOptions());
        var mended = Assert.Single(fixer.Fix(files, d => d.Location.Path.StartsWith("sv-SE", StringComparison.Ordinal)));
        var before = System.Text.Encoding.UTF8.GetString(mended.Before.Span).Split('\n');
        var after = System.Text.Encoding.UTF8.GetString(mended.After.Span).Split('\n');
        var changed = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).Select(i => i + 1);
        Assert.Equal(mended.Fixed.Select(d => d.Location.Start.Line + 1).Distinct(), changed);
        Assert.Contains("| BAIL: MMS(4924)", after[103], StringComparison.Ordinal);
        Assert.Contains("SSPR_0013: Du", after[36], StringComparison.Ordinal);
        Assert.Contains("TCP 9350-9354 eller", after[138], StringComparison.Ordinal);
        Assert.Empty(fixer.Fix([files[0], ContentFile.InMemory("sv-SE/a.md", mended.After.ToArray())], d => d.Location.Path.StartsWith("sv-SE", StringComparison.Ordinal)));
    }

    private static List<ContentFile> Files()
    {
        var source = Path.Combine(Repository.Corpus, "sspr", "en-US", "active-directory-passwords-troubleshoot.md");
        return [ContentFile.InMemory("en-US/a.md", File.ReadAllBytes(source)), ContentFile.InMemory("sv-SE/a.md", File.ReadAllBytes(Repository.Seed))];
    }

    private static IEnumerable<Diagnostic> Find() =>
        Driver.Analyze(new KnowledgeBaseLoader().Load(Files())).Where(d => d.Location.Path == "sv-SE/a.md");
}
