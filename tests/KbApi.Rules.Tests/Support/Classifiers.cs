using System.Text;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Classification;

namespace KbApi.Rules.Tests.Support;

/// <summary>Classifiers of the repository's own content and of documents written in tests.</summary>
internal static class Classifiers
{
    private static readonly Lazy<KnowledgeBase> LoadedContent = new(() => new KnowledgeBaseLoader().Load(Repository.Content));
    private static readonly Lazy<ReportClassifier> OfContent = new(() => ReportClassifier.Create(LoadedContent.Value));

    public static KnowledgeBase Content => LoadedContent.Value;

    public static ReportClassifier ForContent => OfContent.Value;

    public static ReportClassifier For(string markdown)
    {
        using var folder = new TempFolder();
        folder.Write("article.md", Encoding.UTF8.GetBytes(markdown));
        return ReportClassifier.Create(new KnowledgeBaseLoader().Load(folder.Path));
    }
}
