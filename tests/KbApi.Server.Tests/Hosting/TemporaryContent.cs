namespace KbApi.Server.Tests.Hosting;

/// <summary>A copy of this repository's content that a test may change.</summary>
internal sealed class TemporaryContent : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-content-");

    public TemporaryContent()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories))
        {
            var target = PathOf(System.IO.Path.GetRelativePath(Repository.Content, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Path => _folder.FullName;

    public string PathOf(string relativePath) => System.IO.Path.Combine(Path, relativePath);

    /// <summary>Replaces a text in a file, as editors do: the whole file is written anew.</summary>
    public void Replace(string relativePath, string old, string @new)
    {
        var text = File.ReadAllText(PathOf(relativePath));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(relativePath), text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
