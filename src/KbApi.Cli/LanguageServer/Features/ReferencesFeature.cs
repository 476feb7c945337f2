using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Codes;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>Find all references: where a code stands in all documents and locales.</summary>
internal static class ReferencesFeature
{
    private const int MaxResults = 2000;
    private const int FewestDigits = 4;

    public static ImmutableArray<LspLocation> Find(ContentSnapshot snapshot, Article article, int offset, bool includesDefinition, CancellationToken cancellation)
    {
        if (CodeWord.At(snapshot, article.Text, article, offset) is not { } word)
        {
            return [];
        }

        var codes = word.Owners.Select(o => o.Code).Distinct().ToHashSet();
        var owners = word.Owners.Select(o => o.EntryId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var articles = snapshot.KnowledgeBase.Articles.Items.SelectMany(a => a.Variants).ToList();
        var spellings = SpellingsOf(codes, articles);
        var found = new List<LspLocation>();
        foreach (var other in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            var spans = new SortedSet<TextSpan>();
            var definitions = new HashSet<TextSpan>();
            foreach (var code in other.Entries.SelectMany(e => e.Codes).Where(c => !c.Span.IsEmpty && codes.Contains(c.Code)))
            {
                spans.Add(code.Span);
                if (code.Role == CodeRole.Identifying)
                {
                    definitions.Add(code.Span);
                }
            }

            foreach (var mention in spellings.SelectMany(s => MentionsOf(snapshot, other.Text, s, owners)).Where(m => !spans.Any(s => s.Start < m.End && m.Start < s.End)).ToList())
            {
                spans.Add(mention);
            }

            found.AddRange(spans.Where(s => includesDefinition || !definitions.Contains(s)).Take(MaxResults - found.Count).Select(s => snapshot.LocationOf(other.Text, s)));
        }

        return [.. found];
    }

    /// <summary>How the codes are written: canonically, and as entries write them. Short numbers mean too much to be looked for.</summary>
    private static List<string> SpellingsOf(HashSet<ErrorCode> codes, IEnumerable<Article> articles) =>
    [
        .. articles.SelectMany(a => a.Entries.SelectMany(e => e.Codes).Where(c => !c.Span.IsEmpty && codes.Contains(c.Code)).Select(c => a.Text[c.Span]))
            .Concat(codes.Select(c => c.Value))
            .Where(s => s.Length >= FewestDigits || s.Any(c => !char.IsAsciiDigit(c)))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<TextSpan> MentionsOf(ContentSnapshot snapshot, SourceText text, string spelling, HashSet<string> owners)
    {
        var content = text.Content;
        for (var at = content.IndexOf(spelling, StringComparison.OrdinalIgnoreCase); at >= 0; at = content.IndexOf(spelling, at + spelling.Length, StringComparison.OrdinalIgnoreCase))
        {
            var span = new TextSpan(at, spelling.Length);
            if (CodeWord.WordAt(text, at + 1) is { } word && (word == span || word.Contains(span)) && CodeWord.OwnersOf(snapshot.KnowledgeBase.Codes, text[word]).Any(o => owners.Contains(o.EntryId)))
            {
                yield return word;
            }
        }
    }
}
