using KbApi.Content.Model;
using KbApi.Rules.Languages;

namespace KbApi.Rules.Analysis;

/// <summary>What all actions of a run share.</summary>
internal sealed record AnalysisRun(KnowledgeBase KnowledgeBase, RuleVocabulary Vocabulary, CancellationToken Cancellation)
{
    /// <summary>Whether an action has asked for all content, so that what was found may change with any of it.</summary>
    public bool HasSeenAll { get; private set; }

    public KnowledgeBase SeeAll()
    {
        HasSeenAll = true;
        return KnowledgeBase;
    }
}
