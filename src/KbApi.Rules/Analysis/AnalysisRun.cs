using KbApi.Content.Model;
using KbApi.Rules.Languages;

namespace KbApi.Rules.Analysis;

/// <summary>What all actions of a run share.</summary>
internal sealed record AnalysisRun(KnowledgeBase KnowledgeBase, RuleVocabulary Vocabulary, CancellationToken Cancellation);
