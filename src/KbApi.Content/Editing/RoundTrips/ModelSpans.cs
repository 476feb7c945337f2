using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Editing.RoundTrips;

/// <summary>All places that a model names, each with what it has to lie in.</summary>
internal static class ModelSpans
{
    public static IEnumerable<(string What, TextSpan Span, IReadOnlyList<TextSpan> Within)> Of(Article article)
    {
        TextSpan[] all = [new(0, article.Text.Length)];
        foreach (var section in article.Sections)
        {
            yield return ("section " + section.Anchor, section.Span, all);
            yield return ("title of section " + section.Anchor, section.Title.Span, [section.Span]);
        }

        foreach (var item in article.Procedures.Cast<KnowledgeItem>().Concat(article.Ladders).Concat(article.Checklists))
        {
            yield return (item.Id, item.Span, all);
        }

        foreach (var entry in article.Entries)
        {
            TextSpan[] parts = [entry.Span, .. entry.FurtherSpans];
            foreach (var span in parts)
            {
                yield return (entry.Id, span, all);
            }

            foreach (var part in entry.Parts)
            {
                yield return (entry.Id + " " + part.Role, part.Span, parts);
            }

            foreach (var text in EntryText.Of(entry).Where(t => t.Span.Length > 0))
            {
                yield return (entry.Id + " " + text.Field, text.Span, parts);
            }
        }
    }
}
