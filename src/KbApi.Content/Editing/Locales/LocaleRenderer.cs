using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Editing.Locales;

/// <summary>A document that was written for a locale.</summary>
/// <param name="Text">The document.</param>
/// <param name="Untranslated">How many of its texts are still those of the template, each marked.</param>
public sealed record RenderedLocale(string Text, int Untranslated);

/// <summary>
/// Writes an article in a locale in the style of another one: its headings, anchors, columns, order and front matter, with the texts of the
/// locale in the places of its own. What the locale does not say stays as it is, behind a mark. Thread-safe.
/// </summary>
public sealed class LocaleRenderer
{
    private readonly DocumentParser _parser = new();

    /// <summary>Writes the document.</summary>
    /// <param name="template">The article whose style is taken; usually that of the default locale.</param>
    /// <param name="locale">The locale to write in.</param>
    /// <param name="translation">The article in that locale, or null where there is none yet.</param>
    public RenderedLocale Render(Article template, LocaleTag locale, Article? translation)
    {
        ArgumentNullException.ThrowIfNull(template);
        if (template.Locale == locale)
        {
            return new RenderedLocale(template.Text.Content, 0);
        }

        var from = new LocaleText(template, _parser);
        var sheet = new RenderSheet(from, translation is null ? null : new LocaleText(translation, _parser));
        FrontMatterRenderer.Render(sheet, locale);
        RenderEntries(sheet);
        foreach (var section in from.Outline.Sections)
        {
            RenderSection(sheet, section);
        }

        return new RenderedLocale(TextChanges.Apply(template.Text.Content, sheet.Changes), sheet.Untranslated);
    }

    private static void RenderEntries(RenderSheet sheet)
    {
        foreach (var entry in sheet.From.Article.Entries)
        {
            var other = sheet.To?.Article.Entries.FirstOrDefault(e => string.Equals(e.Id, entry.Id, StringComparison.OrdinalIgnoreCase));
            var isAlike = other is not null && entry.Parts.Select(p => (p.Role, p.IsTitle)).SequenceEqual(other.Parts.Select(p => (p.Role, p.IsTitle)));
            for (var i = 0; i < entry.Parts.Length; i++)
            {
                var part = entry.Parts[i];
                var counterpart = isAlike ? other!.Parts[i].Span
                    : other?.Parts.Where(p => p.Role == part.Role && p.IsTitle == part.IsTitle).ToList() is [var single] && entry.Parts.Count(p => p.Role == part.Role && p.IsTitle == part.IsTitle) == 1
                        ? single.Span
                        : default;
                sheet.Put(part.Span, counterpart);
                if (isAlike && i > 0)
                {
                    RenderLabel(sheet, (entry.Parts[i - 1].Span.End, part.Span.Start), (other!.Parts[i - 1].Span.End, counterpart.Start));
                }
            }
        }
    }

    /// <summary>A label in bold that stands alone between two texts in both documents.</summary>
    private static void RenderLabel(RenderSheet sheet, (int Start, int End) gap, (int Start, int End) counterpart)
    {
        if (LabelIn(sheet.From.Text, gap) is { } label && LabelIn(sheet.To!.Text, counterpart) is { } translated)
        {
            sheet.Replace(label, sheet.To.Text[translated]);
        }
    }

    private static TextSpan? LabelIn(SourceText text, (int Start, int End) gap)
    {
        if (gap.End <= gap.Start)
        {
            return null;
        }

        var content = text.Content.AsSpan(gap.Start, gap.End - gap.Start);
        var label = content.Trim();
        var start = gap.Start + content.Length - content.TrimStart().Length;
        return label.StartsWith("**") && label.TrimEnd(':').EndsWith("**") && label.Length > 4 && label.Count("**") == 2 && !label.ContainsAny('\r', '\n', '|')
            ? new TextSpan(start, label.Length)
            : null;
    }

    private static void RenderSection(RenderSheet sheet, OutlineSection section)
    {
        var other = section.Anchor is null
            ? sheet.To?.Outline.Sections[0]
            : sheet.To?.Outline.Find(section.Anchor)
                ?? (section.Level == 1 ? sheet.To?.Outline.Sections.FirstOrDefault(s => s.Level == 1) : null);
        if (section.Heading is { } heading && sheet.From.TitleOf(heading) is { Length: > 0 } title)
        {
            sheet.Put(title, other?.Heading is { } translated ? sheet.To!.TitleOf(translated) : default);
            if (section is { HasExplicitAnchor: false, Level: > 1, Anchor: { } anchor } && heading is not HtmlHeading)
            {
                sheet.Insert(title.Start, $"<a name=\"{anchor}\"></a>");
            }
        }

        RenderProse(sheet, section, other);
    }

    /// <summary>The blocks of a section that are no entries: one by one, where the translation has the same ones.</summary>
    private static void RenderProse(RenderSheet sheet, OutlineSection section, OutlineSection? other)
    {
        var prose = ProseOf(sheet.From, section);
        var translated = other is null ? [] : ProseOf(sheet.To!, other);
        var isAlike = prose.Select(b => b.GetType()).SequenceEqual(translated.Select(b => b.GetType()));
        for (var i = 0; i < prose.Count; i++)
        {
            if (prose[i] is Table table)
            {
                RenderTable(sheet, table, isAlike ? (Table)translated[i] : null);
            }
            else
            {
                sheet.Put(Trimmed(sheet.From.Text, prose[i]), isAlike ? Trimmed(sheet.To!.Text, translated[i]) : default);
            }
        }

        foreach (var table in section.Blocks.OfType<Table>().Where(t => t is not HtmlTable && !prose.Contains(t)))
        {
            RenderCells(sheet, table, other?.Blocks.OfType<Table>().Where(t => t is not HtmlTable).ElementAtOrDefault(section.Blocks.OfType<Table>().ToList().IndexOf(table)), rows: 1);
        }
    }

    private static void RenderTable(RenderSheet sheet, Table table, Table? other) =>
        RenderCells(sheet, table, other?.Count == table.Count ? other : null, table.Count);

    private static void RenderCells(RenderSheet sheet, Table table, Table? other, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            var (row, translated) = ((TableRow)table[i], other?[i] as TableRow);
            for (var j = 0; j < row.Count; j++)
            {
                sheet.Put(InlineTextReader.SpanOf(row[j]), translated?.Count == row.Count ? InlineTextReader.SpanOf(translated[j]) : default);
            }
        }
    }

    private static List<Block> ProseOf(LocaleText text, OutlineSection section) =>
    [
        .. section.Blocks.Where(b => b is ParagraphBlock { Parser: not null } or ListBlock or QuoteBlock or Table and not HtmlTable
            && !text.Article.Entries.Any(e => Touch(InlineTextReader.SpanOf(b), e.Span) || e.FurtherSpans.Any(s => Touch(InlineTextReader.SpanOf(b), s)))),
    ];

    private static TextSpan Trimmed(SourceText text, Block block)
    {
        var span = InlineTextReader.SpanOf(block);
        return span with { Length = text.Content.AsSpan(span.Start, Math.Min(span.End, text.Length) - span.Start).TrimEnd().Length };
    }

    private static bool Touch(TextSpan a, TextSpan b) => a.Start < b.End && b.Start < a.End;
}
