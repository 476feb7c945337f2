using System.Globalization;
using System.Text;
using System.Text.Json;
using KbApi.Content.Model;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Output;
using KbApi.Rules.Tests.Support;
using NJsonSchema;

namespace KbApi.Rules.Tests.Output;

public class SarifWriterTests
{
    private const string Faulty = "# T\n\n| A | B |\n| --- | --- |\n| x | y |\n| x | z\n| z | y |\n\n## A\n\nSee [it](#gone).</br>\n\n#### Å ä ö\n\n[a b](#x y)\n";

    [Fact]
    public async Task A_log_is_as_the_standard_says()
    {
        var (log, findings) = Write(Documents.Load(("en-US/en mapp/å.md", Faulty)), helpRoot: null);
        Assert.True(findings > 3);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "tests", "KbApi.Rules.Tests", "Output", "sarif.schema.json"));
        Assert.Empty(schema.Validate(log));
    }

    [Fact]
    public async Task The_whole_content_with_the_marks_of_its_examples_taken_out_is_too()
    {
        var examples = Directory.GetFiles(Path.Combine(Repository.Content, "en-US", "rules")).Select((f, i) => ($"en-US/{i}.md", File.ReadAllText(f).Replace("````markdown", "", StringComparison.Ordinal).Replace("````", "", StringComparison.Ordinal)));
        var (log, findings) = Write(Documents.Load([.. examples]), helpRoot: null);
        Assert.True(findings > 40);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "tests", "KbApi.Rules.Tests", "Output", "sarif.schema.json"));
        Assert.Empty(schema.Validate(log));
    }

    [Theory]
    [InlineData(null, "http://localhost:5080/v1/codes/KB1020")]
    [InlineData("https://kb.example.com", "https://kb.example.com/v1/codes/KB1020")]
    public void Each_rule_says_where_its_page_is(string? root, string expected)
    {
        var (log, _) = Write(Documents.Load(("en-US/a.md", Faulty)), root is null ? null : new Uri(root));
        using var json = JsonDocument.Parse(log);
        var rules = json.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray();
        Assert.Contains(expected, rules.Select(r => r.GetProperty("helpUri").GetString()));
    }

    [Fact]
    public void The_other_place_of_a_finding_is_related()
    {
        var (log, _) = Write(Documents.Load(("en-US/a.md", "# T\n\n## A\n\n| Error | Resolution |\n| --- | --- |\n| The printer is slow. | Restart it. |\n\n## B\n\n| Error | Resolution |\n| --- | --- |\n| The printer is slow. | Update it. |\n")), helpRoot: null);
        using var json = JsonDocument.Parse(log);
        var result = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().First(r => r.GetProperty("ruleId").GetString() == "KB1105");
        Assert.Equal(13, result.GetProperty("relatedLocations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    private static (string Log, int Findings) Write(KnowledgeBase content, Uri? helpRoot)
    {
        var texts = content.Articles.Items.SelectMany(a => a.Variants).ToDictionary(a => a.Text.Path, a => a.Text);
        var found = new AnalyzerDriver(BuiltInRules.Analyzers, new AnalyzerOptions()).Analyze(content);
        using var stream = new MemoryStream();
        new SarifWriter(CultureInfo.GetCultureInfo("sv-SE"), texts.GetValueOrDefault, helpRoot).Write(stream, found);
        return (Encoding.UTF8.GetString(stream.ToArray()), found.Length);
    }
}
