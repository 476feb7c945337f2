using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;

namespace KbApi.Rules.Tests.Engine;

/// <summary>What is said of an article before the rest of the content is read.</summary>
public class AloneTests
{
    [Fact]
    public void Of_every_bundled_article_only_that_is_said_which_holds_with_all_content() => Compare(ContentDirectory.Find([Repository.Content]));

    [CorpusFact]
    public void Of_real_documents_only_that_is_said_which_holds_with_all_content() =>
        Compare([.. ContentDirectory.Find([Path.Combine(Repository.Corpus, "adobe-kb.en"), Path.Combine(Repository.Corpus, "adobe-kb.sv-SE")])]);

    private static void Compare(IReadOnlyList<ContentFile> files)
    {
        var driver = new AnalyzerDriver(BuiltInRules.Analyzers, SeverityOptions.Default);
        var all = driver.Analyze(new KnowledgeBaseLoader().Load(files)).Select(Key).ToHashSet(StringComparer.Ordinal);
        var said = 0;
        foreach (var article in files.GroupBy(f => Path.GetFileName(f.Path), StringComparer.Ordinal))
        {
            var alone = driver.AnalyzeAlone(new KnowledgeBaseLoader().Load([.. article]), CancellationToken.None);
            Assert.All(alone, d => Assert.True(all.Contains(Key(d)), Key(d)));
            said += alone.Length;
        }

        Assert.True(said > 0 && said >= all.Count / 2, $"{said} of {all.Count} findings are said early");
    }

    private static string Key(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.Location} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
}
