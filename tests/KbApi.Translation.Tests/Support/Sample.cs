using System.Text;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Translation.Export;
using KbApi.Translation.Formats;
using KbApi.Translation.Import;

namespace KbApi.Translation.Tests.Support;

/// <summary>Content in memory that is exported and imported.</summary>
internal sealed class Sample
{
    public static readonly LocaleTag English = LocaleTag.Parse("en-US");
    public static readonly LocaleTag Swedish = LocaleTag.Parse("sv-SE");

    // It keeps the lexicons and what it read before, which is most of the time that a small test would take.
    public static readonly KnowledgeBaseLoader Loader = new();

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public Sample(string original, string? translation = null)
    {
        Add("en-US/a.md", original);
        if (translation is not null)
        {
            Add("sv-SE/a.md", translation);
        }
    }

    private Sample()
    {
    }

    public List<ContentFile> Files => [.. _files.Select(f => ContentFile.InMemory(f.Key, f.Value))];

    public static Sample FromFolder(string folder)
    {
        var sample = new Sample();
        foreach (var file in ContentDirectory.Find([folder]))
        {
            sample._files[file.RelativePath] = file.Read();
        }

        return sample;
    }

    public void Add(string path, string text) => _files[path] = Encoding.UTF8.GetBytes(text);

    public void Add(string path, byte[] bytes) => _files[path] = bytes;

    public string TextOf(string path) => Encoding.UTF8.GetString(_files[path]);

    public KnowledgeBase Load() => Loader.Load(Files);

    public TranslationExport Export(LocaleTag? target = null) => new TranslationExporter().Export(Load(), English, target ?? Swedish);

    public ExportedUnit Unit(string id) => Export().Articles[0].Units.Single(u => u.Source.Id == id);

    public ImportPlan Plan(IEnumerable<ImportedUnit> units, Func<ImportOptions, ImportOptions>? with = null, LocaleTag? target = null)
    {
        var options = new ImportOptions(English, target ?? Swedish);
        return new TranslationImporter(with is null ? options : with(options)).Plan(Load(), Files, [.. units]);
    }

    /// <summary>Takes one unit back with another translation.</summary>
    public ImportPlan Translate(string id, string target) => Plan([new ImportedUnit("a", id, Unit(id).Source.Text.Hash, target, UnitState.Translated)]);

    /// <summary>Makes the plan's changes.</summary>
    public void Apply(ImportPlan plan)
    {
        foreach (var file in plan.Files)
        {
            _files[file.File.File.RelativePath] = file.File.After.ToArray();
        }
    }

    public static byte[] Write(TranslationExport export, TranslationFormat format)
    {
        using var stream = new MemoryStream();
        TranslationFiles.Write(export, format, stream);
        return stream.ToArray();
    }
}
