namespace KbApi.Server.Snapshots;

/// <summary>Tells of changes under some paths as soon as the system does.</summary>
internal sealed class DirectoryWatchers : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];

    public DirectoryWatchers(IEnumerable<string> paths, Action changed)
    {
        foreach (var path in paths)
        {
            var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path));
            if (Directory.Exists(folder))
            {
                _watchers.Add(Watch(folder, isWhole: Directory.Exists(path), changed));
            }
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers)
        {
            watcher.Dispose();
        }
    }

    private static FileSystemWatcher Watch(string folder, bool isWhole, Action changed)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = isWhole };
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Deleted += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();

        // After an overflow of the system's buffer all that is known is that something changed.
        watcher.Error += (_, _) => changed();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
