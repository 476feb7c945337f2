using KbApi.Content.Diagnostics;
using KbApi.Content.Model;

namespace KbApi.Rules.Comparison;

/// <summary>A state of a catalog that is compared, and the places of what it holds.</summary>
internal sealed class CatalogSnapshot
{
    private readonly Dictionary<(string, LocaleTag), Article> _articles;

    public CatalogSnapshot(KnowledgeBase knowledgeBase)
    {
        KnowledgeBase = knowledgeBase;
        _articles = knowledgeBase.Articles.Items.SelectMany(a => a.Variants).ToDictionary(a => (a.Id, a.Locale));
    }

    public KnowledgeBase KnowledgeBase { get; }

    /// <summary>Where an item stands.</summary>
    public Location? PlaceOf(KnowledgeItem? item) => item is null ? null : PlaceOf(item, item.Span);

    /// <summary>Where a part of an item stands.</summary>
    public Location PlaceOf(KnowledgeItem item, Content.Text.TextSpan span) => Location.In(_articles[(item.ArticleId, item.Locale)].Text, span);
}
