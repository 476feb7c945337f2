namespace KbApi.Rules.Logs.Tracking;

/// <summary>One follower for each thing on each machine; beyond a number of machines, events of further ones are passed over.</summary>
/// <typeparam name="T">What follows.</typeparam>
internal sealed class MachineTracks<T>
    where T : class
{
    private readonly Dictionary<(object Subject, string Machine), T> _tracks = [];

    public T? Of(object subject, string? machine, Func<T> create)
    {
        var key = (subject, machine?.ToUpperInvariant() ?? "");
        return _tracks.TryGetValue(key, out var track) ? track : _tracks.Count < LogLimits.OpenThings ? _tracks[key] = create() : null;
    }

    public T? Find(object subject, string? machine) => _tracks.GetValueOrDefault((subject, machine?.ToUpperInvariant() ?? ""));

    public void ForEach(Action<T> action)
    {
        foreach (var track in _tracks.Values)
        {
            action(track);
        }
    }
}
