using System.Collections.Immutable;
using System.Text;
using KbApi.Content.Diagnostics;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;
using KbApi.Rules.Fixes;
using KbApi.Rules.Syntax;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Fixes;

public class ContentFixerTests
{
    private const string Open = "# T\n\n| A | B |\n| --- | --- |\n| x | y |\n| x | z\n| z | y |\n";

    [Fact]
    public void A_file_in_UTF_16_keeps_its_encoding_and_its_byte_order_mark()
    {
        var utf16 = new UnicodeEncoding(bigEndian: true, byteOrderMark: true);
        byte[] bytes = [.. utf16.GetPreamble(), .. utf16.GetBytes(Open)];
        var mended = Assert.Single(Fixer(BuiltInRules.FixProviders).Fix([ContentFile.InMemory("en-US/a.md", bytes)], _ => true));
        Assert.Equal([.. utf16.GetPreamble(), .. utf16.GetBytes(Open.Replace("| z\n", "| z |\n", StringComparison.Ordinal))], mended.After.ToArray());
        Assert.Equal(new TextChange(new Content.Text.TextSpan(46, 0), " |"), Assert.Single(mended.Changes));
    }

    [Fact]
    public void A_fix_that_makes_new_findings_is_left_out_and_the_others_are_made()
    {
        var files = new[] { Documents.File("en-US/a.md", Open + "\nOne</br>two.\n") };
        var mended = Assert.Single(Fixer([new Breaking(), .. BuiltInRules.FixProviders.Select(p => new Only(p, "KB1025"))]).Fix(files, _ => true));
        Assert.Equal(["KB1025"], mended.Fixed.Select(d => d.Id));
        Assert.Equal(Open + "\nOne<br>two.\n", Encoding.UTF8.GetString(mended.After.Span));
    }

    [Fact]
    public void Each_mended_file_is_analyzed_with_its_own_article_alone()
    {
        var counter = new Counter();
        var files = Enumerable.Range(0, 20).Select(i => Documents.File($"en-US/a{i}.md", i == 7 ? Open : "# Fine\n\nText.\n")).ToList();
        var fixer = new ContentFixer(new AnalyzerDriver([.. BuiltInRules.Analyzers, counter], SeverityOptions.Default), BuiltInRules.FixProviders, new LoadOptions());
        Assert.Equal("en-US/a7.md", Assert.Single(fixer.Fix(files, _ => true)).File.Path);
        // All articles once, then the one before and after.
        Assert.Equal(22, counter.Count);
    }

    [Fact]
    public void Mended_files_come_by_path_and_what_is_not_wanted_stays()
    {
        var files = new[] { Documents.File("en-US/b.md", Open), Documents.File("en-US/a.md", Open), Documents.File("en-US/c.md", Open) };
        var mended = Fixer(BuiltInRules.FixProviders).Fix(files, d => d.Location.Path != "en-US/c.md");
        Assert.Equal(["en-US/a.md", "en-US/b.md"], mended.Select(f => f.File.Path));
    }

    [Fact]
    public void Of_two_fixes_of_one_place_one_is_made()
    {
        var twice = Fixer([new Only(new Breaking("|"), "KB1020"), .. BuiltInRules.FixProviders]);
        var mended = Assert.Single(twice.Fix([Documents.File("en-US/a.md", Open)], _ => true));
        Assert.Single(mended.Changes);
        Assert.Equal("KB1020", Assert.Single(mended.Fixed).Id);
    }

    [Fact]
    public void Wrong_use_and_an_end_before_the_end_are_thrown()
    {
        var fixer = Fixer(BuiltInRules.FixProviders);
        Assert.Throws<ArgumentNullException>(() => fixer.Fix(null!, _ => true));
        Assert.Throws<ArgumentNullException>(() => fixer.Fix([], null!));
        Assert.ThrowsAny<OperationCanceledException>(() => fixer.Fix([Documents.File("en-US/a.md", Open)], _ => true, new CancellationToken(canceled: true)));
    }

    private static ContentFixer Fixer(IEnumerable<FixProvider> providers) =>
        new(new AnalyzerDriver(BuiltInRules.Analyzers, SeverityOptions.Default), providers, new LoadOptions());

    /// <summary>Mends a missing pipe with an unclosed code block.</summary>
    private sealed class Breaking(string text = " |\n```\n") : FixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["KB1020"];

        public override Fix? GetFix(Diagnostic diagnostic, DocumentSyntax document) => Fix.Replace(diagnostic.Location.Span, text);
    }

    private sealed class Only(FixProvider provider, string id) : FixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => [id];

        public override Fix? GetFix(Diagnostic diagnostic, DocumentSyntax document) => provider.GetFix(diagnostic, document);
    }

    private sealed class Counter : ContentAnalyzer
    {
        private int _count;

        public int Count => _count;

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [];

        public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(_ => Interlocked.Increment(ref _count));
    }
}
