using System.Text;
using KbApi.Content.Editing.Cells;
using KbApi.Content.Editing.Locales;
using KbApi.Content.Editing.Places;
using KbApi.Content.Identity;
using KbApi.Content.Lexicons;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Editing.Scaffolding;

/// <summary>Prepares a new entry in every locale of an article: a row behind the last one of the section's table, or a section behind the last one.</summary>
/// <param name="files">The content.</param>
/// <param name="loader">Loads it.</param>
public sealed class EntryScaffolder(IReadOnlyList<ContentFile> files, KnowledgeBaseLoader loader)
{
    private readonly DocumentParser _parser = new();

    /// <summary>Prepares the entry in memory; nothing is written.</summary>
    public ScaffoldResult Scaffold(NewEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var before = loader.Load(files);
        if (before.Articles.Find(entry.ArticleId) is not { } article)
        {
            return new ScaffoldResult([], ScaffoldProblem.NoArticle, entry.ArticleId);
        }

        var edited = new List<EditedFile>();
        foreach (var variant in article.Variants)
        {
            if (Insert(variant, entry, variant.Locale == before.DefaultLocale) is not { } change)
            {
                return new ScaffoldResult([], ScaffoldProblem.NoSection, variant.Locale.Value, entry.Section);
            }

            var file = files.First(f => f.Path == variant.Text.Path);
            edited.Add(EditedFile.Create(file, file.Read(), variant.Text, [change]));
        }

        var byPath = edited.ToDictionary(e => e.File.Path, StringComparer.Ordinal);
        var after = loader.Load([.. files.Select(f => byPath.TryGetValue(f.Path, out var e) ? e.ToContentFile() : f)]);
        foreach (var variant in article.Variants)
        {
            if (after.Articles.Find(entry.ArticleId)?.In(variant.Locale)?.Entries.Length != variant.Entries.Length + 1)
            {
                return new ScaffoldResult([], ScaffoldProblem.NotRead, variant.Locale.Value);
            }
        }

        return new ScaffoldResult(edited, Problem: null);
    }

    private TextChange? Insert(Article article, NewEntry entry, bool isDefault)
    {
        var text = new LocaleText(article, _parser);
        if (article.Sections.FirstOrDefault(s => string.Equals(s.Anchor, entry.Section, StringComparison.OrdinalIgnoreCase)) is not { } section
            || article.Entries.LastOrDefault(e => section.Span.Contains(e.Span)) is not { } last)
        {
            return null;
        }

        var newLine = LineEndings.Of(article.Text.Content);
        if (last.Shape == EntryShape.Row && text.TableAt(last.Span) is { Count: > 1 } table)
        {
            var row = Row(article.Text, last, (TableRow)table[^1], entry, isDefault);
            var line = article.Text.GetLine(InlineTextReader.SpanOf(table[^1]).Start) + 1;
            return line < article.Text.LineCount
                ? new TextChange(new TextSpan(article.Text.GetLineSpan(line).Start, 0), row + newLine)
                : new TextChange(new TextSpan(article.Text.Length, 0), newLine + row);
        }

        if (last.Shape == EntryShape.Heading && last.Parts.FirstOrDefault(p => p.IsTitle) is { Span.Length: > 0 } title)
        {
            return new TextChange(new TextSpan(last.Span.End, 0), Section(article, last, title, entry, isDefault, newLine));
        }

        return null;
    }

    /// <summary>A row with the columns of the last one.</summary>
    private static string Row(SourceText text, Entry last, TableRow model, NewEntry entry, bool isDefault)
    {
        var row = new StringBuilder(LinePrefix.Of(text, InlineTextReader.SpanOf(model).Start)).Append('|');
        var isTitled = false;
        foreach (var cell in model.Select(InlineTextReader.SpanOf))
        {
            var role = last.Parts.FirstOrDefault(p => p.Span.Start >= cell.Start && p.Span.End <= cell.End).Role;
            var isTitle = !isTitled && role is ColumnRole.Symptom or ColumnRole.Name or ColumnRole.Message;
            isTitled |= isTitle;
            row.Append(' ').Append(role == ColumnRole.Code && entry.Code is { } code ? code
                : isTitle ? AnchorOf(entry, last.Anchor is not null) + CellWriter.Write(entry.Title, LineBreakTag.Default) + (isDefault ? "" : " " + UntranslatedMark.Text)
                : UntranslatedMark.Text).Append(" |");
        }

        return row.ToString();
    }

    private static string Section(Article article, Entry last, EntryPart title, NewEntry entry, bool isDefault, string newLine)
    {
        var headings = article.Sections.Where(s => last.Span.Contains(s.Span)).ToList();
        var own = headings.Find(s => s.Span.Start == last.Span.Start);
        var level = own?.Level ?? 2;
        var lines = new StringBuilder(newLine + newLine).Append('#', level).Append(' ').Append(AnchorOf(entry, last.Anchor is not null))
            .Append(entry.Code is { } code && !entry.Title.Contains(code, StringComparison.OrdinalIgnoreCase) ? code + ": " : "").Append(entry.Title)
            .Append(isDefault ? "" : " " + UntranslatedMark.Text);
        foreach (var below in headings.Where(s => s.Level == level + 1))
        {
            lines.Append(newLine + newLine).Append('#', below.Level).Append(' ').Append(below.Title.Text).Append(newLine + newLine).Append(Placeholder);
        }

        return headings.Count == 1 ? lines.Append(newLine + newLine).Append(Placeholder).ToString() : lines.ToString();
    }

    /// <summary>A paragraph that readers see as one that says nothing yet.</summary>
    private static string Placeholder => "\u2026 " + UntranslatedMark.Text;

    private static string AnchorOf(NewEntry entry, bool isStyle)
    {
        var anchor = entry.Anchor ?? (isStyle && entry.Code is null ? Slug.From(entry.Title) : null);
        return anchor is null ? "" : $"<a name=\"{anchor}\"></a>";
    }
}
