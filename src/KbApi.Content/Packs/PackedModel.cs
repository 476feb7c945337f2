using System.Buffers.Binary;
using System.Collections.Immutable;
using KbApi.Content.Lookup;
using KbApi.Content.Model;

namespace KbApi.Content.Packs;

/// <summary>One view of a model in a file: what it says as a whole is read, the rest is when it is asked for.</summary>
internal sealed class PackedModel
{
    private readonly MappedFile _file;
    private readonly Dictionary<(ModelSection Kind, int View), PackedArticles.Section> _sections;
    private readonly int _view;
    private readonly PackedArticles _articles;
    private readonly ModelFacts _facts;

    private PackedModel(MappedFile file, Dictionary<(ModelSection Kind, int View), PackedArticles.Section> sections, int view)
    {
        (_file, _sections, _view) = (file, sections, view);
        _articles = new PackedArticles(file, SectionOf(ModelSection.Texts, 0), SectionOf(ModelSection.Records, 0), SectionOf(ModelSection.Rows, 0));
        var facts = SectionOf(ModelSection.Facts, view);
        if (facts.Length > ModelFormat.LongestRecord)
        {
            throw RecordReader.Damaged();
        }

        var record = new byte[facts.Length];
        file.Read(facts.Offset, record);
        _facts = ModelFacts.Read(record);
    }

    public ICodeLookups Codes => new PackedCodes(TableOf(ModelSection.Codes, StringComparison.Ordinal));

    /// <summary>Opens a view of a model.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="InvalidDataException">It is no model of this version, or damaged.</exception>
    public static KnowledgeBase Open(string path, int view)
    {
        var file = MappedFile.Open(path);
        Span<byte> header = stackalloc byte[ModelFormat.HeaderLength];
        file.Read(0, header);
        var version = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (!header.StartsWith(ModelFormat.Magic) || version != ModelFormat.Version)
        {
            throw new InvalidDataException($"'{path}' is no model of format {ModelFormat.Version}.");
        }

        var sections = new Dictionary<(ModelSection, int), PackedArticles.Section>();
        var count = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        Span<byte> row = stackalloc byte[ModelFormat.SectionLength];
        for (var i = 0; i < (count is >= 0 and <= ModelFormat.MostSections ? count : throw RecordReader.Damaged()); i++)
        {
            file.Read(ModelFormat.HeaderLength + ((long)i * ModelFormat.SectionLength), row);
            var section = new PackedArticles.Section(BinaryPrimitives.ReadInt64LittleEndian(row[8..]), BinaryPrimitives.ReadInt64LittleEndian(row[16..]));
            new PackedArticles.Section(0, file.Length).Check(section.Offset, section.Length);
            sections[((ModelSection)BinaryPrimitives.ReadInt32LittleEndian(row), BinaryPrimitives.ReadInt32LittleEndian(row[4..]))] = section;
        }

        var model = new PackedModel(file, sections, view);
        return new KnowledgeBase(model, model._facts);
    }

    /// <summary>The items of a kind.</summary>
    public LocalizedSet<T> Set<T>(ModelSection kind, Func<Article, ImmutableArray<T>> itemsOf)
        where T : class, ILocalizable =>
        new(new PackedSet<T>(TableOf(kind, StringComparison.OrdinalIgnoreCase), _articles, _facts.Locales, itemsOf));

    private PackedTable TableOf(ModelSection kind, StringComparison comparison)
    {
        var section = SectionOf(kind, _view);
        return new PackedTable(_file, section.Offset, section.Length, comparison);
    }

    private PackedArticles.Section SectionOf(ModelSection kind, int view) =>
        _sections.TryGetValue((kind, view), out var section) ? section : throw RecordReader.Damaged();
}
