using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Logs;

/// <summary>Findings in order; of each kind only so many are kept, and the others are counted.</summary>
/// <typeparam name="T">What a finding is.</typeparam>
/// <param name="kindOf">The kind of a finding.</param>
internal sealed class FindingList<T>(Func<T, DiagnosticDescriptor> kindOf)
{
    private readonly List<T> _items = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyList<T> Items => _items;

    /// <summary>How many there are of each kind that has more than are kept, by id.</summary>
    public IEnumerable<KeyValuePair<string, int>> Overflowing => _counts.Where(c => c.Value > LogLimits.FindingsOfAKind);

    public void Add(T finding)
    {
        var id = kindOf(finding).Id;
        if ((_counts[id] = _counts.GetValueOrDefault(id) + 1) <= LogLimits.FindingsOfAKind)
        {
            _items.Add(finding);
        }
    }
}
