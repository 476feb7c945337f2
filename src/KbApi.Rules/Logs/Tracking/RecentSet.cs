namespace KbApi.Rules.Logs.Tracking;

/// <summary>Remembers the last texts that were added.</summary>
internal sealed class RecentSet(int capacity)
{
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public bool Contains(string text) => _set.Contains(text);

    public void Add(string text)
    {
        if (_set.Add(text))
        {
            _order.Enqueue(text);
            if (_order.Count > capacity)
            {
                _set.Remove(_order.Dequeue());
            }
        }
    }
}
