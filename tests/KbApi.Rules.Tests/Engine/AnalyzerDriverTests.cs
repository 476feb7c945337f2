using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Baselines;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;

namespace KbApi.Rules.Tests.Engine;

public class AnalyzerDriverTests
{
    private const string Open = "# T\n\n| A | B |\n| --- | --- |\n| x | y |\n| x | y\n| z | y |\n";

    [Fact]
    public void An_analyzer_that_throws_is_a_finding_and_the_others_go_on()
    {
        var found = Analyze(Open, SeverityOptions.Default, new Thrower(), new KbApi.Rules.StructureRules.MissingClosingPipeAnalyzer());
        Assert.Equal(["KB1020", "KB9001"], found.Select(d => d.Id).Order());
        Assert.Contains("Thrower", found.Single(d => d.Id == "KB9001").ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_content_gives_the_same_findings_in_the_same_order()
    {
        var first = Analyze(Open + Open, SeverityOptions.Default, [.. BuiltInRules.Analyzers]);
        var second = Analyze(Open + Open, SeverityOptions.Default, [.. BuiltInRules.Analyzers]);
        Assert.NotEmpty(first);
        Assert.Equal(first.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture)), second.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("[*.md]\nkb_diagnostic.KB1020.severity = error", DiagnosticSeverity.Error)]
    [InlineData("[*.md]\nkb_category.structure.severity = info", DiagnosticSeverity.Info)]
    [InlineData("[*]\nkb_diagnostic.severity = hidden\n[en-US/**]\nkb_category.structure.severity = error", DiagnosticSeverity.Error)]
    [InlineData("[sv-SE/*.md]\nkb_diagnostic.KB1020.severity = error", DiagnosticSeverity.Warning)]
    [InlineData("[{a,b}.md]\nkb_category.structure.severity = info\nkb_diagnostic.KB1020.severity = error", DiagnosticSeverity.Error)]
    public void The_narrowest_setting_decides_the_severity(string settings, DiagnosticSeverity expected) =>
        Assert.Equal(expected, Assert.Single(Analyze(Open, Options(settings), new KbApi.Rules.StructureRules.MissingClosingPipeAnalyzer())).Severity);

    [Fact]
    public void A_rule_that_is_set_to_none_finds_nothing() =>
        Assert.Empty(Analyze(Open, Options("[*.md]\nkb_diagnostic.KB1020.severity = none"), new KbApi.Rules.StructureRules.MissingClosingPipeAnalyzer()));

    [Theory]
    [InlineData("<!-- kb-disable KB1020 -- the table is generated -->", new string[0])]
    [InlineData("<!-- kb-disable KB1020 -->", new[] { "KB1020", "KB9002" })]
    [InlineData("<!-- kb-disable KB1101 -- not needed -->", new[] { "KB1020", "KB9003" })]
    public void A_suppression_needs_a_reason_and_a_finding(string comment, string[] expected) =>
        Assert.Equal(expected, Analyze(comment + "\n\n" + Open, SeverityOptions.Default, new KbApi.Rules.StructureRules.MissingClosingPipeAnalyzer()).Select(d => d.Id).Order());

    [Fact]
    public void A_baseline_knows_findings_though_their_lines_move_and_tells_new_ones()
    {
        var old = SourceText.From(Open, "en-US/a.md");
        var baseline = BaselineFile.Parse(BaselineFile.Write(Analyze(Open, SeverityOptions.Default, new KbApi.Rules.StructureRules.MissingClosingPipeAnalyzer()), _ => old));
        var changed = "Moved.\n\n" + Open + "| new | row\n";
        var fresh = baseline.Filter(Analyze(changed, SeverityOptions.Default, new KbApi.Rules.StructureRules.MissingClosingPipeAnalyzer()), _ => SourceText.From(changed));
        Assert.Equal(9, Assert.Single(fresh).Location.Start.Line);
    }

    [Fact]
    public void Cancelling_ends_the_run() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new AnalyzerDriver(BuiltInRules.Analyzers, SeverityOptions.Default)
            .Analyze(Load(Open), new CancellationToken(canceled: true)));

    private static SeverityOptions Options(string settings) => SeverityOptions.From([EditorConfigFile.Parse("", settings)]);

    private static ImmutableArray<Diagnostic> Analyze(string text, SeverityOptions options, params ContentAnalyzer[] analyzers) =>
        new AnalyzerDriver(analyzers, options).Analyze(Load(text));

    private static Content.Model.KnowledgeBase Load(string text) =>
        new KnowledgeBaseLoader().Load([ContentFile.InMemory("en-US/a.md", System.Text.Encoding.UTF8.GetBytes(text))]);

    private sealed class Thrower : ContentAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [];

        public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(_ => throw new InvalidOperationException("out of order"));
    }
}
