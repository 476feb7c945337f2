using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Declarations;
using KbApi.Rules.Fixes;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Declarations;

public class RuleFileTests
{
    private const string Printers = "---\ntitle: Printers\nkind: guide\n---\n# Printers\n\nUse AcmePM, not `AcmePM`. See ACME-1234b.\n\n| Error | Resolution |\n| --- | --- |\n| AcmePM is slow. | Restart it. |\n| AcmePM stops. | |\n";

    [Fact]
    public void A_term_is_found_outside_code_and_replaced()
    {
        var file = Read("find: [AcmePM]\n    replace: Acme Print");
        Assert.Equal([(6, 4), (10, 2), (11, 2)], Find(file).Select(d => (d.Location.Start.Line, d.Location.Start.Character)));
        var fixer = new ContentFixer(new AnalyzerDriver(file.Analyzers, new AnalyzerOptions()), file.FixProviders, new LoadOptions());
        var mended = Assert.Single(fixer.Fix([Documents.File("en-US/a.md", Printers)], _ => true));
        Assert.Equal(
            Printers.Replace("AcmePM", "Acme Print", StringComparison.Ordinal).Replace("`Acme Print`", "`AcmePM`", StringComparison.Ordinal),
            Encoding.UTF8.GetString(mended.After.Span));
    }

    [Theory]
    [InlineData("find: ['ACME-####?']", 1)]
    [InlineData("find: ['ACME-####']", 0)]
    [InlineData("find: ['acme-*']", 1)]
    [InlineData("find: [AcmeP]", 0)]
    [InlineData("in: title\n    find: [AcmePM]", 2)]
    [InlineData("in: resolution\n    find: [Restart]", 1)]
    [InlineData("in: resolution\n    required: true", 1)]
    [InlineData("in: metadata.kind\n    expect: [guide, reference]", 0)]
    [InlineData("in: metadata.kind\n    expect: [reference]", 1)]
    [InlineData("in: metadata.owner\n    required: true", 1)]
    [InlineData("in: metadata.kind\n    required: true", 0)]
    [InlineData("languages: [sv]\n    find: [AcmePM]", 0)]
    [InlineData("languages: [en-GB]\n    find: [AcmePM]", 3)]
    public void A_rule_looks_where_it_says(string rule, int expected) => Assert.Equal(expected, Find(Read(rule)).Length);

    [Fact]
    public void Its_words_are_those_of_the_reader_s_language()
    {
        var found = Find(Read("message: \"old: {0}\"\n    messages: { sv: \"gammalt: {0}\" }\n    in: resolution\n    find: [Restart]", message: ""))[0];
        Assert.Equal("old: Restart", found.GetMessage(CultureInfo.GetCultureInfo("en-US")));
        Assert.Equal("gammalt: Restart", found.GetMessage(CultureInfo.GetCultureInfo("sv-SE")));
    }

    [Theory]
    [InlineData("find: [x]\n    colour: red", "line 6")]
    [InlineData("find: ['*']", "a pattern that is empty")]
    [InlineData("in: body\n    find: [x]", "looks in 'body'")]
    [InlineData("severity: loud\n    find: [x]", "'loud'")]
    [InlineData("expect: [x]", "name a field")]
    [InlineData("in: title", "needs one of")]
    [InlineData("in: title\n    required: true\n    replace: y", "'replace' without 'find'")]
    [InlineData("message: \"{2}\"\n    find: [x]", "{0}", "")]
    public void A_file_that_is_wrong_is_not_used_and_says_why(string rule, string expected, string? message = null)
    {
        var file = Read(rule, message);
        Assert.Empty(file.Analyzers);
        var problem = Assert.Single(file.Diagnostics);
        Assert.Equal("KB9007", problem.Id);
        Assert.Equal("docs/kb-rules.yaml", problem.Location.Path);
        Assert.Contains(expected, problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KB1001")]
    [InlineData("acme1001")]
    [InlineData("ACME1")]
    [InlineData("1001")]
    public void An_id_has_capital_letters_and_digits_and_is_not_the_library_s(string id) =>
        Assert.Single(RuleFile.Empty.With("r.yaml", $"rules:\n  - {{ id: {id}, title: T, message: M, find: [x] }}\n").Diagnostics);

    [Fact]
    public void Two_files_do_not_share_an_id_and_the_first_counts()
    {
        const string rule = "rules:\n  - { id: ACME1001, title: T, message: M, find: [x] }\n";
        var files = RuleFile.Empty.With("a.yaml", rule).With("b.yaml", rule);
        Assert.Single(files.Analyzers);
        Assert.Equal("b.yaml", Assert.Single(files.Diagnostics).Location.Path);
    }

    private static RuleFile Read(string rule, string? message = null) =>
        RuleFile.Empty.With("docs/kb-rules.yaml", $"rules:\n  - id: ACME1001\n    title: Title\n{(message is null ? "    message: \"{0}\"\n" : "")}    {rule}\n");

    private static ImmutableArray<Diagnostic> Find(RuleFile file)
    {
        Assert.Empty(file.Diagnostics);
        return new AnalyzerDriver(file.Analyzers, new AnalyzerOptions()).Analyze(Documents.Load(("en-US/a.md", Printers)));
    }
}
