using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Content.Tests.Support;

/// <summary>What this repository's content says, and what the seed says; each read once.</summary>
internal static class ContentKnowledge
{
    private static readonly Lazy<KnowledgeBase> LazyContent = new(() => new KnowledgeBaseLoader().Load(Repository.Content));

    private static readonly Lazy<KnowledgeBase> LazySeed = new(() =>
        new KnowledgeBaseLoader(new LoadOptions { DefaultLocale = Documents.Swedish }).Load(Repository.Seed));

    public static KnowledgeBase Content => LazyContent.Value;

    public static Article English => ArticleIn("en-US");

    public static Article Swedish => ArticleIn("sv-SE");

    public static KnowledgeBase SeedBase => LazySeed.Value;

    public static Article Seed => SeedBase.Articles.Find("seed")!.In(Documents.Swedish)!;

    private static Article ArticleIn(string locale) => Content.Articles.Find("sspr")!.In(LocaleTag.Parse(locale))!;
}
