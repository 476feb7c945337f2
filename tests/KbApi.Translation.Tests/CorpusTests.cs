using KbApi.Content.Loading;
using KbApi.Translation.Export;
using KbApi.Translation.Formats;
using KbApi.Translation.Import;
using KbApi.Translation.Tests.Support;

namespace KbApi.Translation.Tests;

/// <summary>Real documents: every one with itself as the translation, so that every text of it is written and read.</summary>
public class CorpusTests(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>How many documents are taken of each folder; all of them where the variable says so.</summary>
    private static readonly int Sampled = Environment.GetEnvironmentVariable("KB_WHOLE_CORPUS") is null ? 12 : int.MaxValue;

    [CorpusFact]
    public void An_untouched_export_of_real_documents_changes_nothing()
    {
        var (documents, units, translated) = (0, 0, 0);
        foreach (var folder in Directory.GetDirectories(Repository.Corpus).Where(d => Path.GetFileName(d) != "survey").Order(StringComparer.Ordinal))
        {
            foreach (var file in ContentDirectory.Find([folder]).Where(f => f.RelativePath.EndsWith(".md", StringComparison.OrdinalIgnoreCase)).Take(Sampled))
            {
                var bytes = file.Read();
                ContentFile[] files = [ContentFile.InMemory("en-US/a.md", bytes), ContentFile.InMemory("sv-SE/a.md", bytes)];
                var knowledgeBase = Sample.Loader.Load(files);
                var export = new TranslationExporter().Export(knowledgeBase, Sample.English, Sample.Swedish);
                foreach (var format in Enum.GetValues<TranslationFormat>())
                {
                    var read = TranslationFiles.Read(Sample.Write(export, format));
                    var plan = new TranslationImporter(new ImportOptions(Sample.English, Sample.Swedish)).Plan(knowledgeBase, files, read.Units);
                    Assert.True(plan.Files.IsEmpty && plan.Problems.IsEmpty, $"{file.Path} as {format}: {string.Join(", ", plan.Problems)}");
                    Assert.Equal(export.Articles.Sum(a => a.Units.Length), plan.Unchanged + plan.Untranslated);
                }

                documents++;
                units += export.Articles.Sum(a => a.Units.Length);
                translated += export.Articles.Sum(a => a.Units.Count(u => u.Target is not null));
            }
        }

        output.WriteLine($"{documents} documents, {units} units, {translated} paired with themselves");
        Assert.True(documents > 100, $"{documents} documents");
        // A document is its own translation, so every text has a counterpart.
        Assert.True(translated >= units * 0.99, $"{translated} of {units} units in {documents} documents");
    }
}
