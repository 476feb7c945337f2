using System.Collections.Immutable;
using System.Text;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Tests.Support;

/// <summary>Documents that tests write.</summary>
internal static class Documents
{
    public static ContentFile File(string path, string text) => ContentFile.InMemory(path, Encoding.UTF8.GetBytes(text));

    public static KnowledgeBase Load(params (string Path, string Text)[] documents) =>
        new KnowledgeBaseLoader().Load([.. documents.Select(d => File(d.Path, d.Text))]);

    public static DocumentSyntax Syntax(string text, string path = "en-US/a.md") => new(Load((path, text)).Articles.Items.Single().Variants.Single());

    public static ImmutableArray<Diagnostic> Analyze(AnalyzerOptions options, params (string Path, string Text)[] documents) =>
        new AnalyzerDriver(BuiltInRules.Analyzers, options).Analyze(Load(documents));
}
