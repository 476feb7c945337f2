using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Diagnostics;
using KbApi.Content.Identity;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Operations;
using KbApi.Content.Syntax;
using KbApi.Content.Syntax.Includes;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Reads one document into an article. Reads any text; what is wrong with it becomes diagnostics. Safe for several threads.</summary>
public sealed class ArticleReader
{
    private readonly DocumentParser _parser = new();
    private readonly LexiconSet _lexicons;
    private readonly CodeSchemeSet _schemes;

    /// <summary>A reader that knows these lexicons and schemes.</summary>
    public ArticleReader(LexiconSet lexicons, CodeSchemeSet schemes)
    {
        ArgumentNullException.ThrowIfNull(lexicons);
        ArgumentNullException.ThrowIfNull(schemes);
        _lexicons = lexicons;
        _schemes = schemes;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="articleId">The id that it has in every locale.</param>
    /// <param name="defaultLocale">Its locale where it does not state one itself.</param>
    public Article Read(SourceText source, string articleId, LocaleTag defaultLocale) => Read(source, articleId, defaultLocale, [], includes: null);

    /// <summary>Reads a document with the help of the same document in another locale.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="articleId">The id that it has in every locale.</param>
    /// <param name="defaultLocale">Its locale where it does not state one itself.</param>
    /// <param name="borrowed">By number, what its tables are about; null for those that are read by themselves.</param>
    /// <param name="includes">The files that it may include; null where it includes none.</param>
    internal Article Read(SourceText source, string articleId, LocaleTag defaultLocale, IReadOnlyList<TableRoles?> borrowed, IIncludedFiles? includes)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(articleId);
        var parsed = _parser.Parse(source, includes);
        var diagnostics = parsed.Diagnostics.ToBuilder();
        var frontMatter = ReadFrontMatter(source, parsed.Document, diagnostics);
        var locale = StatedLocale(frontMatter) ?? defaultLocale;
        var context = CreateContext(source, articleId, locale, parsed.Document, TitleOfDocument.Read(source, frontMatter));

        var sections = ReadSections(context);
        var topics = new TopicBuilder(context).Build(context.StatedTitle);
        var procedures = new ProcedureReader(context).Read(topics);
        var tables = new TableReader(context, borrowed);
        var entries = ReadEntries(context, topics, sections, procedures, tables);
        var (ladders, checklists) = ReadLists(context, procedures);
        diagnostics.AddRange(LazyInlines.FailedIn(parsed.Document)
            .Select(span => Diagnostic.Create(ReadingDiagnostics.TooManyDelimiters, Location.In(source, span))));
        return new Article
        {
            Id = articleId,
            Locale = locale,
            Text = source,
            Title = ReadTitle(context, frontMatter),
            Description = frontMatter.FirstOf("description"),
            Product = frontMatter.FirstOf("product", "ms.prod", "ms.service", "services"),
            Revision = ReadRevision(frontMatter, source),
            FrontMatter = frontMatter,
            Sections = sections,
            Entries = entries,
            Tables = tables.Tables,
            Procedures = procedures,
            Ladders = ladders,
            Checklists = checklists,
            Operations = new OperationReader(context.Lexicon).Read(entries),
            Diagnostics = diagnostics.ToImmutable(),
        };
    }

    private DocumentContext CreateContext(SourceText source, string articleId, LocaleTag locale, MarkdownDocument document, InlineText title)
    {
        var lexicon = _lexicons.For(locale.Value);
        var inlines = new InlineTextReader(source.Content);
        var codes = new CodeScanner(_schemes, lexicon);
        var outline = OutlineBuilder.Build(document, inlines);
        var isUntitled = title.IsEmpty && !outline.Sections.Any(s => s.Level == 1);
        var fileCode = isUntitled ? FileOfCode.Find(source.Path, codes) : null;
        return new DocumentContext
        {
            Source = source,
            ArticleId = articleId,
            Locale = locale,
            StatedTitle = fileCode is null ? title : FileOfCode.FirstSentence(outline, inlines, lexicon),
            FileCode = fileCode,
            Lexicon = lexicon,
            Schemes = _schemes,
            Codes = codes,
            Inlines = inlines,
            Outline = outline,
        };
    }

    private static FrontMatter ReadFrontMatter(SourceText source, MarkdownDocument document, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (document.FirstOrDefault() is not YamlFrontMatterBlock block)
        {
            return FrontMatter.None;
        }

        var span = InlineTextReader.SpanOf(block);
        var lines = block.Lines;
        var inner = lines.Count == 0
            ? new TextSpan(span.Start, 0)
            : TextSpan.FromBounds(lines.Lines[0].Slice.Start, Math.Max(lines.Lines[0].Slice.Start, lines.Lines[lines.Count - 1].Slice.End + 1));
        var frontMatter = FrontMatter.Read(source.Content, inner);
        if (frontMatter.Error is { } error)
        {
            diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.FrontMatter, Location.In(source, inner), error));
        }

        return frontMatter;
    }

    private static LocaleTag? StatedLocale(FrontMatter frontMatter) =>
        LocaleTag.TryParse(frontMatter.FirstOf("ms.contentlocale", "locale", "lang", "language"), out var locale) && DocumentLocales.Contains(locale) ? locale : null;

    private static ImmutableArray<Section> ReadSections(DocumentContext context)
    {
        var sections = ImmutableArray.CreateBuilder<Section>(context.Outline.Sections.Count);
        foreach (var s in context.Outline.Sections)
        {
            if (s.Level > 0)
            {
                sections.Add(new Section(TitleOf(s), s.Level, s.Anchor!, s.HasExplicitAnchor, context.SpanOf(s)));
            }
        }

        return sections.DrainToImmutable();
    }

    private static (ImmutableArray<Ladder> Ladders, ImmutableArray<Checklist> Checklists) ReadLists(DocumentContext context, ImmutableArray<Procedure> procedures)
    {
        var bySection = new Dictionary<string, Procedure>(StringComparer.OrdinalIgnoreCase);
        foreach (var procedure in procedures)
        {
            if (procedure.Section is { } anchor)
            {
                bySection.TryAdd(anchor, procedure);
            }
        }

        var ladderReader = new LadderReader(context);
        var checklistReader = new ChecklistReader(context);
        var ladders = ImmutableArray.CreateBuilder<Ladder>(0);
        var checklists = ImmutableArray.CreateBuilder<Checklist>(0);
        foreach (var section in context.Outline.Sections)
        {
            ladderReader.Read(section, bySection, ladders);
            checklistReader.Read(section, checklists);
        }

        return (ladders.DrainToImmutable(), checklists.DrainToImmutable());
    }

    private static Prose TitleOf(OutlineSection section) =>
        TextRange.All(section.Title) is { IsEmpty: false } title ? title.ToProse() : new Prose("", new TextSpan(section.Heading!.Span.Start, 0));

    private static ImmutableArray<Entry> ReadEntries(
        DocumentContext context, Topic topics, ImmutableArray<Section> sections, ImmutableArray<Procedure> procedures, TableReader tables)
    {
        var builder = new EntryBuilder(context, procedures);
        var entries = new List<Entry>();
        foreach (var draft in FindDrafts(context, topics, tables, procedures))
        {
            if (builder.Build(draft) is { } entry)
            {
                entries.Add(entry);
            }
        }

        if (entries.Count == 0)
        {
            return [];
        }

        var identified = EntryIds.Assign(context.ArticleId, InOrder(entries), context.Source);
        return LookAlikes.Discriminate(identified, sections);
    }

    /// <summary>The entries in the order of the document, as those of most documents are already.</summary>
    private static List<Entry> InOrder(List<Entry> entries)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            if (entries[i].Span < entries[i - 1].Span)
            {
                return [.. entries.OrderBy(e => e.Span)];
            }
        }

        return entries;
    }

    private static IReadOnlyList<EntryDraft> FindDrafts(DocumentContext context, Topic topics, TableReader tables, ImmutableArray<Procedure> procedures)
    {
        var rows = new List<EntryDraft>();
        foreach (var section in context.Outline.Sections)
        {
            Block? before = null;
            foreach (var block in section.Blocks)
            {
                ReadTables(block, before, section, tables, rows);
                before = block;
            }
        }

        var tabled = new HashSet<OutlineSection>();
        foreach (var row in rows)
        {
            // Most rows come from the section of the one before.
            if (!tabled.Contains(row.Section) && !IndexRows.IsLinked(row))
            {
                tabled.Add(row.Section);
            }
        }

        var problems = new ProblemReader(context, tabled).Read(topics);
        if (rows.Count == 0)
        {
            return problems;
        }

        return new IndexRows(context, topics, procedures).Join(rows, problems);
    }

    private static void ReadTables(Block block, Block? before, OutlineSection section, TableReader tables, List<EntryDraft> rows)
    {
        if (block is Table table)
        {
            tables.Read(table, before, section, rows);
        }
        else if (block is ContainerBlock container)
        {
            for (var i = 0; i < container.Count; i++)
            {
                ReadTables(container[i], i > 0 ? container[i - 1] : null, section, tables, rows);
            }
        }
    }

    private static Prose ReadTitle(DocumentContext context, FrontMatter frontMatter)
    {
        var heading = context.Outline.Sections.FirstOrDefault(s => s.Level == 1 && !s.Title.IsEmpty);
        if (heading is not null)
        {
            return TextRange.All(heading.Title).ToProse();
        }

        var name = frontMatter.FirstOf("title", "pageTitle") ?? Path.GetFileNameWithoutExtension(context.Source.Path);
        return new Prose(name.Length > 0 ? name : context.ArticleId, frontMatter.Span);
    }

    private static Revision ReadRevision(FrontMatter frontMatter, SourceText source) => new(
        frontMatter.FirstOf("ms.date", "date", "lastmod"),
        frontMatter.FirstOf("ms.sourcegitcommit", "source-revision"),
        frontMatter.FirstOf("ms.translationtype"),
        source.ContentHash);
}
