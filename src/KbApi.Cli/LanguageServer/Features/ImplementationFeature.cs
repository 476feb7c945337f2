using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>
/// Go to implementation: the same in the other locales. That of the entry that a code belongs to, else of the entry or procedure around the place,
/// else of the section, else of the document.
/// </summary>
internal static class ImplementationFeature
{
    public static ImmutableArray<LspLocation> Find(ContentSnapshot snapshot, Article article, int offset)
    {
        var others = snapshot.KnowledgeBase.Articles.Find(article.Id)!.Variants.Where(v => v.Locale != article.Locale).ToList();
        if (EntriesAt(snapshot, article, offset) is { Count: > 0 } entries)
        {
            var found = entries.SelectMany(e => e.Variants.Where(v => v.Locale != article.Locale)).OrderBy(e => e.Locale)
                .Select(e => DefinitionFeature.LocationOf(snapshot, e, owner: null)).ToImmutableArray();
            if (!found.IsEmpty)
            {
                return found;
            }
        }

        if (article.Procedures.Where(p => Includes(p, offset)).MinBy(p => p.Span.Length) is { } procedure
            && snapshot.KnowledgeBase.Procedures.Find(procedure.Id)!.Variants.Where(v => v.Locale != article.Locale).ToList() is { Count: > 0 } procedures)
        {
            return [.. procedures.Select(p => BeginningOf(snapshot, snapshot.ArticleOf(p).Text, p.Span))];
        }

        var sections = article.Sections.Where(s => s.Span.Start <= offset && offset <= s.Span.End).OrderByDescending(s => s.Level).ToList();
        return [.. others.Select(o => BeginningOf(snapshot, o.Text, SectionIn(o, article, sections)?.Span ?? default))];
    }

    private static List<Localized<Entry>> EntriesAt(ContentSnapshot snapshot, Article article, int offset)
    {
        var entries = snapshot.KnowledgeBase.Entries;
        if (article.Entries.Where(e => Includes(e, offset)).MinBy(e => e.Span.Length) is { } around)
        {
            return [entries.Find(around.Id)!];
        }

        return CodeWord.At(snapshot, article.Text, article, offset) is { } code ? [.. code.Main.Select(o => entries.Find(o.EntryId)!)] : [];
    }

    private static LspLocation BeginningOf(ContentSnapshot snapshot, SourceText text, TextSpan span) => snapshot.LocationOf(text, text.FirstLineOf(span));

    private static bool Includes(KnowledgeItem item, int offset) => item.Span.Start <= offset && offset <= item.Span.End;

    /// <summary>The innermost of some sections that another document has too: by its anchor, else by its number where both have as many.</summary>
    private static Section? SectionIn(Article other, Article article, List<Section> sections)
    {
        foreach (var section in sections)
        {
            var match = other.Sections.FirstOrDefault(s => s.Anchor.Equals(section.Anchor, StringComparison.OrdinalIgnoreCase));
            match ??= other.Sections.Length == article.Sections.Length && other.Sections[article.Sections.IndexOf(section)] is var same && same.Level == section.Level ? same : null;
            if (match is not null)
            {
                return match;
            }
        }

        return null;
    }
}
