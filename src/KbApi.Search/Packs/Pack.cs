using KbApi.Content.Model;
using KbApi.Content.Packs;

namespace KbApi.Search.Packs;

/// <summary>A pack in a folder, checked against its manifest. What is made of it reads the folder's files as long as it is held.</summary>
public sealed class Pack
{
    private readonly string _folder;

    internal Pack(string folder, string id, PackManifest manifest)
    {
        (_folder, Id, Manifest) = (folder, id, manifest);
        Settings = Guarded(PackLayout.Settings, () => File.ReadAllBytes(Path.Combine(folder, PackLayout.Settings)));
    }

    /// <summary>As <see cref="PackManifest.IdOf"/>.</summary>
    public string Id { get; }

    /// <summary>What it holds.</summary>
    public PackManifest Manifest { get; }

    /// <summary>Severities that people who write the content have set, as they were written.</summary>
    public ReadOnlyMemory<byte> Settings { get; }

    /// <summary>Checks a folder with a pack, and opens it where it stands.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="PackException">It is no pack, or another than its manifest says.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static async Task<Pack> OpenAsync(string folder, CancellationToken cancellation = default)
    {
        using var source = new FolderPackSource(folder);
        var bytes = await source.ReadManifestAsync(cancellation);
        var manifest = PackManifest.Read(bytes, source.NameOf(PackManifest.FileName));
        await PackFiles.ReadAllAsync(source, manifest, folder: null, progress: null, cancellation);
        CheckIndexFolder(folder, manifest);
        return new Pack(folder, PackManifest.IdOf(bytes), manifest);
    }

    /// <summary>The content with the articles of the program that built the pack: what a server serves.</summary>
    /// <exception cref="PackException">The model is damaged.</exception>
    public KnowledgeBase LoadServed() => Load(PackLayout.ServedView);

    /// <summary>The content alone.</summary>
    /// <exception cref="PackException">The model is damaged.</exception>
    public KnowledgeBase LoadContent() => Load(PackLayout.ContentView);

    /// <summary>The search index of what <see cref="LoadServed"/> gives.</summary>
    /// <exception cref="PackException">The index is damaged.</exception>
    public SearchIndex OpenIndex(KnowledgeBase served) => Guarded(PackLayout.Index, () => PackedIndex.Open(Path.Combine(_folder, PackLayout.Index), served));

    /// <summary>Reads all of the model, as requests would.</summary>
    /// <exception cref="PackException">Something in it is damaged.</exception>
    public void CheckModel(CancellationToken cancellation = default) => Guarded(PackLayout.Model, () =>
    {
        foreach (var knowledgeBase in (KnowledgeBase[])[LoadServed(), LoadContent()])
        {
            PackedContents.ReadAll(knowledgeBase, cancellation);
        }

        OpenIndex(LoadServed()).Dispose();
        return true;
    });

    private KnowledgeBase Load(int view) => Guarded(PackLayout.Model, () =>
    {
        var knowledgeBase = PackedModel.Open(Path.Combine(_folder, PackLayout.Model), view);
        var expected = view == PackLayout.ServedView ? Manifest.Snapshot : Manifest.ContentHash[..Manifest.Snapshot.Length];
        return knowledgeBase.SnapshotId == expected ? knowledgeBase : throw new InvalidDataException("The model is of another snapshot than the manifest.");
    });

    /// <summary>Lucene reads what lies in its folder; only what the manifest names may.</summary>
    private static void CheckIndexFolder(string folder, PackManifest manifest)
    {
        var known = manifest.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFileSystemEntries(Path.Combine(folder, PackLayout.Index)).Select(p => $"{PackLayout.Index}/{Path.GetFileName(p)}"))
        {
            if (!known.Contains(path))
            {
                throw new PackException("UnknownFile", $"{folder.Replace('\\', '/').TrimEnd('/')}/{path}");
            }
        }
    }

    private T Guarded<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not PackException && PackedIndex.IsDamage(e))
        {
            throw new PackException(e, "Damaged", $"{_folder.Replace('\\', '/').TrimEnd('/')}/{file}", e.Message);
        }
    }
}
