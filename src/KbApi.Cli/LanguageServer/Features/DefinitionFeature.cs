using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Lookup;
using KbApi.Content.Model;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>Go to definition: from a code to its entry, from a link to its target.</summary>
internal static class DefinitionFeature
{
    public static ImmutableArray<LspLocation> Find(ContentSnapshot snapshot, Article article, int offset)
    {
        // A link whose text is a code leads where it says.
        if (LinkWord.At(article.Text, offset) is { } link && LinkTargets.Of(snapshot, article, link) is { } target)
        {
            return [target];
        }

        var chain = snapshot.KnowledgeBase.ChainFor(article.Locale);
        return CodeWord.At(snapshot, article.Text, article, offset) is { } code
            ? [.. code.Main.Select(o => (Owner: o, Entry: snapshot.KnowledgeBase.Entries.Find(o.EntryId)!.InFirstOf(chain)!)).Select(o => LocationOf(snapshot, o.Entry, o.Owner))]
            : [];
    }

    /// <summary>Where an entry begins; where it has a code, that.</summary>
    public static LspLocation LocationOf(ContentSnapshot snapshot, Entry entry, CodeOwner? owner)
    {
        var text = snapshot.ArticleOf(entry).Text;
        var code = owner is null ? null : entry.Codes.FirstOrDefault(c => c.Code == owner.Code && !c.Span.IsEmpty);
        return snapshot.LocationOf(text, code?.Span ?? text.FirstLineOf(entry.Span));
    }
}
