using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Translation.Export;
using KbApi.Translation.Formats;
using KbApi.Translation.Tests.Support;
using KbApi.Translation.Units;

namespace KbApi.Translation.Tests;

public class RoundTripTests
{
    [Theory]
    [InlineData(TranslationFormat.Xliff12)]
    [InlineData(TranslationFormat.Xlsx)]
    public void Content_translated_by_a_script_has_the_structure_of_the_original(TranslationFormat format)
    {
        var german = LocaleTag.Parse("de-DE");
        var sample = Sample.FromFolder(Repository.Content);
        var plan = sample.Plan(TranslationFiles.Read(Sample.Write(Translate(sample.Export(german)), format)).Units, target: german);
        Assert.Empty(plan.Problems);
        Assert.Equal(sample.Export(german).Articles.Length, plan.Files.Length);
        sample.Apply(plan);

        var knowledgeBase = sample.Load();
        var structure = Structure(knowledgeBase, german);
        Assert.Equal(string.Join("\n", Structure(knowledgeBase, Sample.English).Except(structure)), string.Join("\n", structure.Except(Structure(knowledgeBase, Sample.English))));
        Assert.Equal(Structure(knowledgeBase, Sample.English), structure);
        Assert.InRange(structure.Count, 200, 1000);
        Assert.InRange(plan.Files.Sum(f => System.Text.Encoding.UTF8.GetString(f.File.After.Span).Split(" thé ").Length), 500, 5000);
        Assert.All(sample.Export(german).Articles.SelectMany(a => a.Units), u => Assert.Equal(TranslatedText(u.Source.Text).Marked, u.Target?.Marked));
    }

    /// <summary>Another article in every text that has one: the words that tell a reader what it is are those of the original.</summary>
    private static TranslationExport Translate(TranslationExport export) => export with
    {
        Articles = [.. export.Articles.Select(a => a with { Units = [.. a.Units.Select(u => u with { Target = TranslatedText(u.Source.Text), State = UnitState.Final })] })],
    };

    private static UnitText TranslatedText(UnitText text) =>
        new([.. text.Pieces.Select(p => p.Kind == PieceKind.Text ? p with { Raw = p.Raw.Replace(" the ", " thé ", StringComparison.Ordinal) } : p)]);

    private static ImmutableArray<string> StructureOf(Article article) =>
    [
        $"{article.Id}: {article.Sections.Length} sections, {article.Checklists.Sum(c => c.Fields.Length)} fields, {article.Ladders.Sum(l => l.Rungs.Length)} rungs, {article.Operations.Operations.Length} operations",
        .. article.Entries.Select(e => $"{e.Id} {e.Shape} {string.Join(' ', e.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => $"{c.Code.Scheme}:{c.Code.Value}"))} {e.Resolution?.Paragraphs.Length} {e.Resolution?.Steps.Length} {e.Causes.Length} {e.Links.Length}"),
        .. article.Procedures.Select(p => $"{p.Id} {p.Steps.Length} steps"),
    ];

    private static List<string> Structure(KnowledgeBase knowledgeBase, LocaleTag locale) =>
        [.. knowledgeBase.Articles.Items.Select(a => a.In(locale)).OfType<Article>().OrderBy(a => a.Id, StringComparer.Ordinal).SelectMany(a => StructureOf(a))];
}
