using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Diagnostics;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Operations;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Steps;
using KbApi.Content.Reading.Tables;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Syntax.Includes;
using KbApi.Content.Text;
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
        var frontMatter = DocumentMetadata.Read(source, parsed.Document, diagnostics);
        var locale = DocumentMetadata.LocaleOf(frontMatter) ?? defaultLocale;
        var context = CreateContext(source, articleId, locale, parsed.Document, TitleOfDocument.Read(source, frontMatter));

        var sections = ReadSections(context);
        var topics = new TopicBuilder(context).Build(context.StatedTitle);
        var procedures = new ProcedureReader(context).Read(topics);
        var tables = new TableReader(context, borrowed);
        var entries = new EntryReader(context, tables).Read(topics, sections, procedures);
        var (ladders, checklists) = ReadLists(context, procedures);
        diagnostics.AddRange(LazyInlines.FailedIn(parsed.Document)
            .Select(span => Diagnostic.Create(ReadingDiagnostics.TooManyDelimiters, Location.In(source, span))));
        return new Article
        {
            Id = articleId,
            Locale = locale,
            Text = source,
            Title = DocumentMetadata.TitleOf(context, frontMatter),
            Description = frontMatter.FirstOf("description"),
            Product = frontMatter.FirstOf("product", "ms.prod", "ms.service", "services"),
            Revision = DocumentMetadata.RevisionOf(frontMatter, source),
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
}
