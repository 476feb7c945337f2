using KbApi.Content.Model;

namespace KbApi.Server.Changes;

/// <summary>Makes fingerprints of one snapshot after the other; what did not change between two is not hashed again. Safe for several threads.</summary>
internal sealed class EntryDigests
{
    private readonly Lock _lock = new();
    private (KnowledgeBase Content, EntryFingerprints Fingerprints)? _last;

    /// <summary>The fingerprints of content, made when they are first asked for.</summary>
    public Lazy<EntryFingerprints> Of(KnowledgeBase knowledgeBase) => new(() => Make(knowledgeBase));

    private EntryFingerprints Make(KnowledgeBase knowledgeBase)
    {
        lock (_lock)
        {
            var made = new EntryFingerprints(knowledgeBase, _last);
            _last = knowledgeBase.Entries.Count == 0 ? null : (knowledgeBase, made);
            return made;
        }
    }
}
