using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Diagnostics;
using KbApi.Content.Identity;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Operations;
using KbApi.Content.Syntax;
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
    public Article Read(SourceText source, string articleId, LocaleTag defaultLocale) => Read(source, articleId, defaultLocale, []);

    /// <summary>Reads a document with the help of the same document in another locale.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="articleId">The id that it has in every locale.</param>
    /// <param name="defaultLocale">Its locale where it does not state one itself.</param>
    /// <param name="borrowed">By number, what its tables are about; null for those that are read by themselves.</param>
    internal Article Read(SourceText source, string articleId, LocaleTag defaultLocale, IReadOnlyList<TableRoles?> borrowed)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(articleId);
        var parsed = _parser.Parse(source);
        var diagnostics = parsed.Diagnostics.ToBuilder();
        var frontMatter = ReadFrontMatter(source, parsed.Document, diagnostics);
        var locale = StatedLocale(frontMatter) ?? defaultLocale;
        var context = CreateContext(source, articleId, locale, parsed.Document);

        var sections = ReadSections(context);
        var topics = new TopicBuilder(context).Build(TitleOfDocument.Read(source, frontMatter));
        var procedures = new ProcedureReader(context).Read(topics).ToImmutableArray();
        var ladders = new LadderReader(context);
        var checklists = new ChecklistReader(context);
        var tables = new TableReader(context, borrowed);
        var entries = ReadEntries(context, topics, sections, procedures, tables);
        var lists = context.Outline.Sections.SelectMany(s => ladders.Read(s, procedures)).ToImmutableArray();
        var checks = context.Outline.Sections.SelectMany(checklists.Read).ToImmutableArray();
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
            Ladders = lists,
            Checklists = checks,
            Operations = new OperationReader(context.Lexicon).Read(entries),
            Diagnostics = diagnostics.ToImmutable(),
        };
    }

    private DocumentContext CreateContext(SourceText source, string articleId, LocaleTag locale, MarkdownDocument document)
    {
        var lexicon = _lexicons.For(locale.Value);
        var inlines = new InlineTextReader(source.Content);
        return new DocumentContext
        {
            Source = source,
            ArticleId = articleId,
            Locale = locale,
            Lexicon = lexicon,
            Schemes = _schemes,
            Codes = new CodeScanner(_schemes, lexicon),
            Inlines = inlines,
            Outline = OutlineBuilder.Build(document, inlines),
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

    private static ImmutableArray<Section> ReadSections(DocumentContext context) =>
    [
        .. context.Outline.Sections.Where(s => s.Level > 0).Select(s => new Section(
            TitleOf(s),
            s.Level,
            s.Anchor!,
            s.HasExplicitAnchor,
            context.SpanOf(s))),
    ];

    private static Prose TitleOf(OutlineSection section) =>
        TextRange.All(section.Title) is { IsEmpty: false } title ? title.ToProse() : new Prose("", new TextSpan(section.Heading!.Span.Start, 0));

    private static ImmutableArray<Entry> ReadEntries(
        DocumentContext context, Topic topics, ImmutableArray<Section> sections, ImmutableArray<Procedure> procedures, TableReader tables)
    {
        var builder = new EntryBuilder(context);
        var entries = FindDrafts(context, topics, tables).Select(builder.Build).OfType<Entry>().OrderBy(e => e.Span).ToList();
        var identified = EntryIds.Assign(context.ArticleId, entries);
        return LookAlikes.Discriminate([.. identified.Select(e => WithProcedures(e, procedures))], sections);
    }

    private static IEnumerable<EntryDraft> FindDrafts(DocumentContext context, Topic topics, TableReader tables)
    {
        var rows = context.Outline.Sections
            .SelectMany(section => section.Blocks.SelectMany(TablesIn).SelectMany(table => tables.Read(table, section)))
            .ToList();
        var problems = new ProblemReader(context, rows.Where(r => !IndexRows.IsLinked(r)).Select(r => r.Section).ToHashSet()).Read(topics);
        return new IndexRows(context, topics).Join(rows, problems);
    }

    private static IEnumerable<Table> TablesIn(Block block) => block switch
    {
        Table table => [table],
        ContainerBlock container => container.SelectMany(TablesIn),
        _ => [],
    };

    private static Entry WithProcedures(Entry entry, ImmutableArray<Procedure> procedures)
    {
        if (entry.Resolution is null)
        {
            return entry;
        }

        ImmutableArray<string> linked =
        [
            .. entry.Links.Where(l => l.Target.StartsWith('#'))
                .SelectMany(l => procedures.Where(p => string.Equals(p.Section, l.Target[1..], StringComparison.OrdinalIgnoreCase)))
                .Select(p => p.Id).Distinct(),
        ];
        return linked.IsEmpty ? entry : entry with { Resolution = entry.Resolution with { Procedures = linked } };
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
