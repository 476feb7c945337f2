using KbApi.Content.Loading;

namespace KbApi.Cli.Drift;

/// <summary>Content as it was at a commit.</summary>
internal static class GitContent
{
    /// <summary>The documents and configuration below a folder at a commit, or null where the name is no commit of its repository.</summary>
    /// <param name="folder">A folder of the work tree.</param>
    /// <param name="name">A hash, branch or tag.</param>
    /// <exception cref="IOException">git can't be run or can't read.</exception>
    public static IReadOnlyList<ContentFile>? Find(string folder, string name)
    {
        var repository = new GitRepository(folder);
        if (repository.CommitOf(name) is not { } commit)
        {
            return null;
        }

        var largest = new LoadOptions().MaxFileBytes;
        var files = repository.FilesAt(commit).Where(f => ContentDirectory.IsContent(f.Path)).ToList();
        var small = files.Where(f => f.Length <= largest).ToList();
        var bytes = small.Zip(repository.Read(small)).ToDictionary(p => p.First.Path, p => p.Second, StringComparer.Ordinal);
        return [.. files.Select(f => new ContentFile($"{name}:{f.Path}", f.Path, f.Hash, f.Length, () => bytes[f.Path]))];
    }

    /// <summary>Reads originals as they were at the revision that a translation names. Asks git once for each folder whether it knows it.</summary>
    /// <param name="configuration">The files that configure the reader.</param>
    /// <param name="options">How content is loaded.</param>
    public static Func<KbApi.Content.Model.Article, string, KbApi.Content.Model.Article?> Originals(IReadOnlyList<ContentFile> configuration, LoadOptions options)
    {
        var known = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        return (article, revision) =>
        {
            var path = Path.GetFullPath(article.Text.Path);
            var repository = new GitRepository(Path.GetDirectoryName(path)!);
            try
            {
                return GitRepository.IsHash(revision) && known.GetOrAdd($"{repository.Folder}\0{revision}", _ => repository.CommitOf(revision) is not null)
                    && repository.FileAt(revision, Path.GetFileName(path)) is { } bytes
                    ? Read(article, bytes, configuration, options)
                    : null;
            }
            catch (IOException)
            {
                // Without git, alignment alone tells.
                return null;
            }
        };
    }

    private static KbApi.Content.Model.Article? Read(KbApi.Content.Model.Article article, byte[] bytes, IReadOnlyList<ContentFile> configuration, LoadOptions options)
    {
        var file = ContentFile.InMemory($"{article.Locale}/{article.Id}.md", bytes);
        return new KnowledgeBaseLoader(options).Load([.. configuration, file]).Articles.Find(article.Id)?.In(article.Locale);
    }
}
