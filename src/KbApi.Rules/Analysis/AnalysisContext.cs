namespace KbApi.Rules.Analysis;

/// <summary>Takes what an analyzer wants to be called for.</summary>
public sealed class AnalysisContext
{
    internal List<Action<ArticleAnalysisContext>> ArticleActions { get; } = [];

    internal List<Action<SectionAnalysisContext>> SectionActions { get; } = [];

    internal List<Action<EntryAnalysisContext>> EntryActions { get; } = [];

    internal List<Action<TableAnalysisContext>> TableActions { get; } = [];

    internal List<Action<LocaleSetAnalysisContext>> LocaleSetActions { get; } = [];

    internal List<Action<KnowledgeBaseAnalysisContext>> KnowledgeBaseActions { get; } = [];

    /// <summary>Called for each article in each locale.</summary>
    public void RegisterArticleAction(Action<ArticleAnalysisContext> action) => Add(ArticleActions, action);

    /// <summary>Called for each heading with what stands below it.</summary>
    public void RegisterSectionAction(Action<SectionAnalysisContext> action) => Add(SectionActions, action);

    /// <summary>Called for each problem that an article describes.</summary>
    public void RegisterEntryAction(Action<EntryAnalysisContext> action) => Add(EntryActions, action);

    /// <summary>Called for each pipe table, whether or not it lists problems.</summary>
    public void RegisterTableAction(Action<TableAnalysisContext> action) => Add(TableActions, action);

    /// <summary>Called for each article with all its locales, where there are two or more.</summary>
    public void RegisterLocaleSetAction(Action<LocaleSetAnalysisContext> action) => Add(LocaleSetActions, action);

    /// <summary>Called once, for all content together.</summary>
    public void RegisterKnowledgeBaseAction(Action<KnowledgeBaseAnalysisContext> action) => Add(KnowledgeBaseActions, action);

    private static void Add<T>(List<Action<T>> actions, Action<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        actions.Add(action);
    }
}
