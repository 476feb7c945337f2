using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Translation.Formats;
using KbApi.Translation.Pseudo;
using KbApi.Translation.Tests.Support;

namespace KbApi.Translation.Tests;

public class PseudoTests
{
    [Fact]
    public void Words_are_accented_longer_and_in_brackets_and_what_is_protected_stays()
    {
        var sample = new Sample("# T\n\nRun `kb lint` for **every** folder with {0} in `SSPR_0009`.\n");
        var text = PseudoLocale.Translate(sample.Unit("t:text").Source.Text);
        Assert.Equal("⁅Rüñ ⟦1⟧ för ⟦2⟧évérý⟦/2⟧ földér wîth ⟦3⟧ îñ ⟦4⟧. ········⁆", text.Marked);
    }

    [Fact]
    public void The_content_in_pseudo_reads_as_the_original_does_and_lints_without_an_error_of_parity()
    {
        var sample = Sample.FromFolder(Repository.Content);
        var file = TranslationFiles.Read(Sample.Write(PseudoLocale.Translate(sample.Export(PseudoLocale.Locale)), TranslationFormat.Xliff21));
        Assert.Equal(PseudoLocale.Locale, file.Target);
        var plan = sample.Plan(file.Units, target: PseudoLocale.Locale);
        Assert.Empty(plan.Problems);
        Assert.All(plan.Files, f => Assert.True(f.File.IsNew));
        sample.Apply(plan);

        var knowledgeBase = sample.Load();
        Assert.Equal(Entries(knowledgeBase, Sample.English), Entries(knowledgeBase, PseudoLocale.Locale));
        var found = new AnalyzerDriver(BuiltInRules.Analyzers, new AnalyzerOptions()).Analyze(knowledgeBase);
        Assert.Empty(found.Where(d => d.Location.Path.Contains("qps", StringComparison.Ordinal) && d.Id.StartsWith("KB22", StringComparison.Ordinal) && d.Severity >= DiagnosticSeverity.Warning));
        Assert.Empty(sample.Export(PseudoLocale.Locale).Articles.SelectMany(a => a.Units).Where(u => u.Target is null || u.IsStale).Select(u => u.Source.Id));
    }

    /// <summary>Entries with what names them. Labels such as "Resolution" are words of no language here, so what stands behind them is not told apart.</summary>
    private static List<string> Entries(KnowledgeBase knowledgeBase, LocaleTag locale) =>
    [
        .. knowledgeBase.Articles.Items.Select(a => a.In(locale)).OfType<Article>().OrderBy(a => a.Id, StringComparer.Ordinal)
            .SelectMany(a => a.Entries.Select(e => $"{e.Id} {e.Shape} {string.Join(' ', e.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code.Value))}").Prepend($"{a.Id} {a.Sections.Length} {a.Operations.Operations.Length}")),
    ];
}
