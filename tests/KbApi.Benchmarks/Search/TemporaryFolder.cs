using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Search.Storage;

namespace KbApi.Benchmarks.Search;

/// <summary>A stored index that is gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-benchmark-");

    /// <summary>The folder of the only index.</summary>
    public string IndexPath => _folder.GetDirectories().Single().FullName;

    /// <summary>How many bytes its files have.</summary>
    public long IndexLength => new DirectoryInfo(IndexPath).GetFiles().Sum(f => f.Length);

    /// <summary>Where it is.</summary>
    public string Path => _folder.FullName;

    public SearchIndex Open(KnowledgeBase knowledgeBase) => new SearchIndexStore(_folder.FullName).Open(knowledgeBase);

    public void Dispose() => _folder.Delete(recursive: true);
}
