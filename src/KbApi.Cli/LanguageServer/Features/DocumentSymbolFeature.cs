using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>The outline of a document: its sections, and in them entries and procedures.</summary>
internal static class DocumentSymbolFeature
{
    private const int MaxSymbols = 5000;

    public static ImmutableArray<DocumentSymbol> Find(Article article)
    {
        var items = article.Entries.Select(e => new Item(e.Span, e.Title, NamesOf(e), LspKinds.SymbolKey))
            .Concat(article.Procedures.Select(p => new Item(p.Span, p.Title, Detail: null, LspKinds.SymbolFunction)))
            .ToList();

        // A heading that is an entry or a procedure is shown as that.
        var begun = items.Select(i => i.Span.Start).ToHashSet();
        var sections = article.Sections.Where(s => !begun.Contains(s.Span.Start)).Select(s => new Item(s.Span, s.Title, Detail: null, LspKinds.SymbolString));
        var ordered = items.Concat(sections).OrderBy(i => i.Span.Start).ThenByDescending(i => i.Span.Length).Take(MaxSymbols).ToList();
        var next = 0;
        return Nest(article.Text, ordered, ref next, article.Text.Length, depth: 0);
    }

    /// <summary>Names a code and what it is about, for lists in which it stands alone.</summary>
    public static string NameOf(Prose title) => Shorten(title.Text.ReplaceLineEndings(" ").Trim(), 120) is { Length: > 0 } name ? name : "…";

    public static string? NamesOf(Entry entry)
    {
        var codes = string.Join(" · ", entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code.Value).Distinct(StringComparer.Ordinal).Take(4));
        return codes.Length == 0 ? null : codes;
    }

    private static ImmutableArray<DocumentSymbol> Nest(SourceText text, List<Item> items, ref int next, int end, int depth)
    {
        const int MaxDepth = 16;
        var symbols = ImmutableArray.CreateBuilder<DocumentSymbol>();
        while (next < items.Count && items[next].Span.Start < end)
        {
            var item = items[next++];
            var children = depth < MaxDepth ? Nest(text, items, ref next, Math.Min(end, item.Span.End), depth + 1) : [];
            var selection = item.Span.Contains(item.Title.Span) && !item.Title.Span.IsEmpty ? text.FirstLineOf(item.Title.Span) : text.FirstLineOf(item.Span);
            symbols.Add(new DocumentSymbol(NameOf(item.Title), item.Detail, item.Kind, text.RangeOf(item.Span), text.RangeOf(selection), children));
        }

        return symbols.ToImmutable();
    }

    private static string Shorten(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";

    private sealed record Item(TextSpan Span, Prose Title, string? Detail, int Kind);
}
