using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using KbApi.Content.Model;

namespace KbApi.Content.Packs;

/// <summary>Writes knowledge bases into the file of a model, each a view of it. Articles that several have are written once.</summary>
internal static class ModelWriter
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="target">The file; has to be seekable.</param>
    /// <param name="views">The knowledge bases. The first has all articles that the others have.</param>
    /// <param name="progress">Told the number of articles written so far, or null.</param>
    /// <param name="cancellation">Ends the writing early.</param>
    public static void Write(Stream target, IReadOnlyList<KnowledgeBase> views, IProgress<int>? progress, CancellationToken cancellation)
    {
        var sections = new List<(ModelSection Kind, int View, long Offset, long Length)>();
        var count = 3 + (views.Count * (Enum.GetValues<ModelSection>().Length - 3));
        target.Write(new byte[ModelFormat.HeaderLength + (count * ModelFormat.SectionLength)]);

        List<Article> articles = [.. views[0].Articles.Items.SelectMany(a => a.Variants)];
        var texts = WriteTexts(target, articles, sections, cancellation);
        WriteRecords(target, articles, texts, sections, progress, cancellation);
        var numbers = articles.Select((article, number) => (Key: (article.Id, article.Locale), number)).ToDictionary(a => a.Key, a => a.number);
        for (var view = 0; view < views.Count; view++)
        {
            WriteView(target, views[view], view, numbers, sections);
        }

        target.Position = 0;
        target.Write(HeaderOf(sections));
    }

    private static List<(long Offset, int Length)> WriteTexts(
        Stream target, List<Article> articles, List<(ModelSection Kind, int View, long Offset, long Length)> sections, CancellationToken cancellation)
    {
        var start = target.Position;
        var places = new List<(long, int)>(articles.Count);
        foreach (var article in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = StrictUtf8.GetBytes(article.Text.Content);
            places.Add((target.Position - start, bytes.Length));
            target.Write(bytes);
        }

        sections.Add((ModelSection.Texts, 0, start, target.Position - start));
        return places;
    }

    private static void WriteRecords(
        Stream target,
        List<Article> articles,
        List<(long Offset, int Length)> texts,
        List<(ModelSection Kind, int View, long Offset, long Length)> sections,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        var start = target.Position;
        var rows = new byte[articles.Count * ModelFormat.RowLength];
        for (var i = 0; i < articles.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var record = new RecordWriter();
            ArticleRecord.Write(record, articles[i], texts[i].Offset, texts[i].Length);
            var bytes = record.ToArray();
            BinaryPrimitives.WriteInt64LittleEndian(rows.AsSpan(i * ModelFormat.RowLength), target.Position - start);
            BinaryPrimitives.WriteInt32LittleEndian(rows.AsSpan((i * ModelFormat.RowLength) + 8), bytes.Length);
            target.Write(bytes);
            progress?.Report(i + 1);
        }

        sections.Add((ModelSection.Records, 0, start, target.Position - start));
        sections.Add((ModelSection.Rows, 0, target.Position, rows.Length));
        target.Write(rows);
    }

    private static void WriteView(
        Stream target,
        KnowledgeBase knowledgeBase,
        int view,
        Dictionary<(string Id, LocaleTag Locale), int> numbers,
        List<(ModelSection Kind, int View, long Offset, long Length)> sections)
    {
        var articles = knowledgeBase.Articles.Items.SelectMany(a => a.Variants).ToDictionary(a => (a.Id, a.Locale));
        Add(ModelSection.Facts, ModelFacts.Of(knowledgeBase).ToRecord());
        AddSet(ModelSection.Articles, knowledgeBase.Articles, a => [a], a => (a.Id, a.Locale));
        AddSet(ModelSection.Entries, knowledgeBase.Entries, a => a.Entries, ArticleOf);
        AddSet(ModelSection.Procedures, knowledgeBase.Procedures, a => a.Procedures, ArticleOf);
        AddSet(ModelSection.Ladders, knowledgeBase.Ladders, a => a.Ladders, ArticleOf);
        AddSet(ModelSection.Checklists, knowledgeBase.Checklists, a => a.Checklists, ArticleOf);
        AddSet(ModelSection.Operations, knowledgeBase.Operations, a => a.Operations.Operations, ArticleOf);
        AddSet(ModelSection.States, knowledgeBase.States, a => a.Operations.States, ArticleOf);
        AddSet(ModelSection.Heartbeats, knowledgeBase.Heartbeats, a => a.Operations.Heartbeats, ArticleOf);
        Add(ModelSection.Codes, PackedCodes.Write(knowledgeBase.Codes.Lookups));

        void AddSet<T>(ModelSection kind, LocalizedSet<T> set, Func<Article, ImmutableArray<T>> itemsOf, Func<T, (string, LocaleTag)> articleOf)
            where T : class, ILocalizable
        {
            var positions = new Dictionary<T, int>(ReferenceEqualityComparer.Instance);
            foreach (var article in articles.Values)
            {
                foreach (var (position, item) in itemsOf(article).Index())
                {
                    positions.TryAdd(item, position);
                }
            }

            var items = set.Items.Select(item =>
            {
                var record = new RecordWriter();
                record.Text(item.Id);
                record.List(item.Variants, variant =>
                {
                    record.Number(knowledgeBase.Locales.IndexOf(variant.Locale));
                    record.Number(numbers[articleOf(variant)]);
                    record.Number(positions[variant]);
                });
                return (item.Id, record.ToArray());
            });
            Add(kind, PackedTable.Write([.. items], StringComparison.OrdinalIgnoreCase));
        }

        void Add(ModelSection kind, byte[] bytes)
        {
            sections.Add((kind, view, target.Position, bytes.Length));
            target.Write(bytes);
        }
    }

    private static (string, LocaleTag) ArticleOf(KnowledgeItem item) => (item.ArticleId, item.Locale);

    private static byte[] HeaderOf(List<(ModelSection Kind, int View, long Offset, long Length)> sections)
    {
        var header = new byte[ModelFormat.HeaderLength + (sections.Count * ModelFormat.SectionLength)];
        ModelFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), ModelFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), sections.Count);
        for (var i = 0; i < sections.Count; i++)
        {
            var row = header.AsSpan(ModelFormat.HeaderLength + (i * ModelFormat.SectionLength));
            BinaryPrimitives.WriteInt32LittleEndian(row, (int)sections[i].Kind);
            BinaryPrimitives.WriteInt32LittleEndian(row[4..], sections[i].View);
            BinaryPrimitives.WriteInt64LittleEndian(row[8..], sections[i].Offset);
            BinaryPrimitives.WriteInt64LittleEndian(row[16..], sections[i].Length);
        }

        return header;
    }
}
