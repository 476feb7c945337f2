using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Snapshots;

namespace KbApi.Server.Http;

/// <summary>What an answer is made of and how, whatever protocol asks for it: a snapshot, a locale, and how much is said.</summary>
internal class AnswerScope(Snapshot snapshot, RequestLocale locale)
{
    public Snapshot Snapshot { get; } = snapshot;

    public KnowledgeBase KnowledgeBase { get; } = snapshot.KnowledgeBase;

    public RequestLocale Locale { get; protected set; } = locale;

    /// <summary>How much the answer says.</summary>
    public required Detail Detail { get; init; }
}
