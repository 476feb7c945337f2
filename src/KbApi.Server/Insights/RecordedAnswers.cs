using System.Collections.Concurrent;

namespace KbApi.Server.Insights;

/// <summary>The entity tags of answers that had nothing, so that a client that has such an answer already is counted as well. Bounded; forgotten with its snapshot.</summary>
internal sealed class RecordedAnswers
{
    private const int Most = 1024;

    private readonly ConcurrentDictionary<string, bool> _tags = new(StringComparer.Ordinal);

    public void Add(string tag)
    {
        if (_tags.Count >= Most)
        {
            _tags.Clear();
        }

        _tags[tag] = true;
    }

    public bool Contains(string tag) => !_tags.IsEmpty && _tags.ContainsKey(tag);
}
