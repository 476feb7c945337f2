using System.Globalization;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;

namespace KbApi.Rules.Tests.Rules;

public class BuiltInRulesTests
{
    [Fact]
    public void Every_analyzer_of_the_library_is_registered()
    {
        var types = typeof(BuiltInRules).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ContentAnalyzer)) && !t.IsAbstract && t.GetConstructor(Type.EmptyTypes) is not null);
        Assert.Equal(types.Select(t => t.Name).Order(), BuiltInRules.Analyzers.Select(a => a.GetType().Name).Order());
    }

    [Fact]
    public void Every_descriptor_is_listed_once_and_reported_by_one_analyzer_or_the_engine_or_about_logs()
    {
        var ids = BuiltInRules.Descriptors.Select(d => d.Id).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(
            ids.Where(id => !id.StartsWith("KB90", StringComparison.Ordinal) && !id.StartsWith("KB40", StringComparison.Ordinal)),
            BuiltInRules.Analyzers.SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("sv-SE")]
    public void Every_rule_has_a_title_and_a_message(string culture)
    {
        foreach (var rule in BuiltInRules.Descriptors)
        {
            Assert.NotEmpty(rule.Title.In(CultureInfo.GetCultureInfo(culture)));
            Assert.NotEmpty(rule.MessageFormat.In(CultureInfo.GetCultureInfo(culture)));
        }
    }

    [Fact]
    public void Swedish_titles_differ_from_English_ones() =>
        Assert.All(BuiltInRules.Descriptors, d => Assert.NotEqual(d.Title.In(CultureInfo.InvariantCulture), d.Title.In(CultureInfo.GetCultureInfo("sv-SE"))));

    [Fact]
    public void The_content_of_the_project_is_clean()
    {
        var found = new AnalyzerDriver(BuiltInRules.Analyzers, SeverityOptions.Default).Analyze(new KnowledgeBaseLoader().Load(Repository.Content));
        Assert.Empty(found.Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }
}
