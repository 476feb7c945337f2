using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>
/// Proposals for what is being typed: rules in a comment that suppresses them, anchors and documents in a link, names of definitions
/// behind <c>][</c>, codes elsewhere.
/// </summary>
internal static class CompletionFeature
{
    private const int MaxItems = 200;
    private const int MaxLine = 20_000;
    private const string Suppression = "<!-- kb-disable";

    public static CompletionList Find(ContentSnapshot snapshot, SourceText text, Article? article, int offset)
    {
        var line = text.GetLineSpan(text.GetLine(offset));
        if (line.Length > MaxLine)
        {
            return Limit([]);
        }

        var before = text[TextSpan.FromBounds(line.Start, offset)];
        if (before.LastIndexOf(Suppression, StringComparison.Ordinal) is var comment and >= 0 && before.IndexOf("--", comment + Suppression.Length, StringComparison.Ordinal) < 0)
        {
            return Limit(Rules(snapshot, text, WordBefore(before), offset));
        }

        if (article is not null && before.LastIndexOf("](", StringComparison.Ordinal) is var link and >= 0 && before.IndexOfAny([')', ' '], link) < 0)
        {
            return Limit(Targets(snapshot, article, before[(link + 2)..], offset));
        }

        if (article is not null && before.LastIndexOf("][", StringComparison.Ordinal) is var reference and >= 0 && before.IndexOf(']', reference + 1) < 0)
        {
            return Limit(Definitions(article, before[(reference + 2)..], offset));
        }

        return Codes(snapshot, text, article, WordBefore(before), offset);
    }

    private static IEnumerable<CompletionItem> Rules(ContentSnapshot snapshot, SourceText text, string word, int offset) =>
        snapshot.Rules.Setup.Descriptors.Where(d => d.Id.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(d => Item(text, d.Id, LspKinds.ItemValue, d.Title.In(snapshot.Settings.Culture), word, offset));

    private static IEnumerable<CompletionItem> Targets(ContentSnapshot snapshot, Article article, string typed, int offset)
    {
        var hash = typed.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0)
        {
            var name = typed[(hash + 1)..];
            return LinkTargets.ArticleAt(snapshot, article, Uri.UnescapeDataString(typed[..hash])) is { } target
                ? Anchors.In(target).Select(a => Item(article.Text, a.Name, LspKinds.ItemReference, a.Title, name, offset))
                : [];
        }

        // Links lead to documents of the same locale, from one to the other by a path.
        var folder = Path.GetDirectoryName(Path.GetFullPath(article.Text.Path)) ?? "";
        return snapshot.KnowledgeBase.Articles.Items.Select(a => a.In(article.Locale)).OfType<Article>().Where(a => a.Id != article.Id)
            .Select(a => (Article: a, Path: Path.GetRelativePath(folder, Path.GetFullPath(a.Text.Path)).Replace('\\', '/')))
            .OrderBy(a => a.Path, StringComparer.Ordinal)
            .Select(a => Item(article.Text, a.Path.Replace(" ", "%20", StringComparison.Ordinal), LspKinds.ItemFile, a.Article.Title.Text, typed, offset));
    }

    private static IEnumerable<CompletionItem> Definitions(Article article, string typed, int offset)
    {
        for (var number = 0; number < article.Text.LineCount; number++)
        {
            var span = article.Text.GetLineSpan(number);
            var content = article.Text.Content.AsSpan(span.Start, span.Length).TrimStart(" >");
            if (content.StartsWith("[") && content.IndexOf("]:") is var close and > 1)
            {
                yield return Item(article.Text, content[1..close].ToString(), LspKinds.ItemReference, content[(close + 2)..].Trim().ToString(), typed, offset);
            }
        }
    }

    private static CompletionList Codes(ContentSnapshot snapshot, SourceText text, Article? article, string word, int offset)
    {
        // A single letter is the beginning of too much.
        if (word.Length < 2)
        {
            return new CompletionList(IsIncomplete: true, []);
        }

        var chain = snapshot.KnowledgeBase.ChainFor(article?.Locale ?? snapshot.KnowledgeBase.DefaultLocale);
        return Limit(snapshot.KnowledgeBase.Entries.Items.Select(e => e.InFirstOf(chain)!)
            .SelectMany(e => e.Codes.Where(c => c.Role == CodeRole.Identifying && c.Code.Value.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(c => (Entry: e, c.Code)))
            .DistinctBy(c => c.Code.Value).OrderBy(c => c.Code.Value, StringComparer.Ordinal)
            .Select(c => Item(text, c.Code.Value, LspKinds.ItemConstant, c.Entry.Title.Text, word, offset)));
    }

    private static CompletionItem Item(SourceText text, string label, int kind, string detail, string typed, int offset)
    {
        var detailLine = DocumentSymbolFeature.NameOf(new Prose(detail, default));
        return new CompletionItem(label, kind, detail.Length == 0 ? null : detailLine, label, new CompletionEdit(text.RangeOf(TextSpan.FromBounds(offset - typed.Length, offset)), label));
    }

    private static CompletionList Limit(IEnumerable<CompletionItem> items)
    {
        ImmutableArray<CompletionItem> some = [.. items.Take(MaxItems + 1)];
        return some.Length > MaxItems ? new CompletionList(IsIncomplete: true, some.RemoveAt(MaxItems)) : new CompletionList(IsIncomplete: false, some);
    }

    private static string WordBefore(string text)
    {
        var start = text.Length;
        while (start > 0 && CodeWord.IsPart(text[start - 1]))
        {
            start--;
        }

        return text[start..];
    }
}
