using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Http;

/// <summary>Generated documents as files, with a place for an index; gone afterwards.</summary>
internal sealed class GeneratedFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-benchmark-");

    /// <param name="content">What is written.</param>
    public GeneratedFolder(GeneratedContent content)
    {
        foreach (var (path, text) in content.Documents())
        {
            var file = System.IO.Path.Combine(Content, path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            Bytes += text.Length;
        }
    }

    public string Path => _folder.FullName;

    /// <summary>The folder of the documents.</summary>
    public string Content => System.IO.Path.Combine(Path, "content");

    /// <summary>Where their index may be stored.</summary>
    public string Index => System.IO.Path.Combine(Path, "index");

    /// <summary>How many bytes all documents have.</summary>
    public long Bytes { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
