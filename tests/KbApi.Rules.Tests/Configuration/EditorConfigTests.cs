using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Configuration;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Configuration;

public class EditorConfigTests
{
    [Theory]
    [InlineData("kb_diagnostic.KB1020.severity = eror", "KB9004")]
    [InlineData("kb_category.structure.severity = 1", "KB9004")]
    [InlineData("kb_diagnostic.KB1999.severity = error", "KB9005")]
    [InlineData("kb_category.structures.severity = error", "KB9005")]
    [InlineData("kb_diagnostics.severity = error", "KB9005")]
    [InlineData("kb_diagnostic..severity = error", "KB9005")]
    public void A_wrong_setting_is_reported_on_its_line(string setting, string id)
    {
        var found = Assert.Single(Lint($"root = true\n[*]\n  {setting}\n"));
        Assert.Equal(id, found.Id);
        Assert.Equal("docs/.editorconfig", found.Location.Path);
        Assert.Equal((2, 2), (found.Location.Start.Line, found.Location.Start.Character));
        Assert.Equal(2 + setting.Length, found.Location.End.Character);
    }

    [Theory]
    [InlineData("kb_diagnostic.kb1020.severity = Suggestion")]
    [InlineData("kb_category.parity.severity = none")]
    [InlineData("kb_diagnostic.severity = default")]
    [InlineData("kb_diagnostic.KB1001.severity = warning")]
    [InlineData("indent_size = none")]
    public void A_right_setting_and_one_for_editors_are_not(string setting) => Assert.Empty(Lint($"[*]\n{setting}\n"));

    private static ImmutableArray<Diagnostic> Lint(string settings) =>
        Documents.Analyze(new AnalyzerOptions { Severities = SeverityOptions.From([EditorConfigFile.Parse("docs", settings)]) }, ("docs/a.md", "# Fine\n\nAll is well.\n"));
}
