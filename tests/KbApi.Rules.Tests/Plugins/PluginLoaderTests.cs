using System.Globalization;
using System.Runtime.Loader;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Plugins;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Plugins;

public class PluginLoaderTests
{
    private static readonly string Plugin = typeof(PluginLoaderTests).Assembly.Location;

    [Fact]
    public void A_plug_in_is_loaded_in_a_context_of_its_own_and_reports()
    {
        var plugins = PluginLoader.Load([Plugin]);
        Assert.Empty(plugins.Diagnostics);
        var analyzer = Assert.Single(plugins.Analyzers);
        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(analyzer.GetType().Assembly));
        Assert.NotEqual(typeof(LoadedAnalyzer), analyzer.GetType());
        var found = new AnalyzerDriver(plugins.Analyzers, new AnalyzerOptions()).Analyze(Documents.Load(("en-US/a.md", "# T\n\nText.\n")));
        Assert.Equal("TEST1001", Assert.Single(found).Id);
    }

    [Fact]
    public void What_is_no_plug_in_is_reported_and_the_others_are_loaded()
    {
        using var folder = new TempFolder();
        var text = folder.Write("text.dll", "no assembly");
        var other = typeof(FactAttribute).Assembly.Location;
        var missing = Path.Combine(folder.Path, "missing.dll");
        var plugins = PluginLoader.Load([text, other, missing, Plugin]);
        Assert.Equal(["KB9006", "KB9006", "KB9006"], plugins.Diagnostics.Select(d => d.Id));
        Assert.Equal([text, other, missing], plugins.Diagnostics.Select(d => d.Location.Path));
        Assert.Contains("it does not use KbApi.Rules", plugins.Diagnostics[1].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Single(plugins.Analyzers);
    }

    [Fact]
    public void An_id_belongs_to_one_plug_in()
    {
        var plugins = PluginLoader.Load([Plugin, Plugin]);
        Assert.Single(plugins.Analyzers);
        Assert.Contains("its id TEST1001 is used already", Assert.Single(plugins.Diagnostics).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.1.0.0", "0.1.5.0", true)]
    [InlineData("0.1.0.0", "0.2.0.0", false)]
    [InlineData("1.2.0.0", "1.4.0.0", true)]
    [InlineData("1.4.0.0", "1.2.0.0", false)]
    [InlineData("1.0.0.0", "2.0.0.0", false)]
    public void A_plug_in_runs_with_versions_that_keep_what_it_uses(string wanted, string present, bool expected) =>
        Assert.Equal(expected, PluginReferences.IsCompatible(Version.Parse(wanted), Version.Parse(present)));

    [Fact]
    public void An_analyzer_whose_list_of_findings_throws_is_a_finding()
    {
        var found = new AnalyzerDriver([new Broken()], new AnalyzerOptions()).Analyze(Documents.Load(("en-US/a.md", "# T\n")));
        Assert.Equal("KB9001", Assert.Single(found).Id);
    }

    private sealed class Broken : ContentAnalyzer
    {
        public override System.Collections.Immutable.ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => throw new InvalidOperationException("broken");

        public override void Initialize(AnalysisContext context)
        {
        }
    }
}
