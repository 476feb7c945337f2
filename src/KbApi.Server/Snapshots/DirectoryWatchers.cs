namespace KbApi.Server.Snapshots;

/// <summary>Tells of changes under some paths as soon as the system does.</summary>
internal sealed class DirectoryWatchers : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <param name="paths">Files and folders.</param>
    /// <param name="changed">Told the path of what changed, as looking for files below a folder would find it; null where all may have changed.</param>
    public DirectoryWatchers(IEnumerable<string> paths, Action<string?> changed)
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

    private static FileSystemWatcher Watch(string folder, bool isWhole, Action<string?> changed)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = isWhole };
        watcher.Changed += Tell;
        watcher.Created += Tell;
        watcher.Deleted += Tell;
        watcher.Renamed += (_, e) =>
        {
            changed(PathOf(e.OldName));
            changed(PathOf(e.Name));
        };

        // After an overflow of the system's buffer all that is known is that something changed.
        watcher.Error += (_, _) => changed(null);
        watcher.EnableRaisingEvents = true;
        return watcher;

        void Tell(object sender, FileSystemEventArgs e) => changed(PathOf(e.Name));

        string? PathOf(string? name) => name is null ? null : Path.Combine(folder, name).Replace('\\', '/');
    }
}
