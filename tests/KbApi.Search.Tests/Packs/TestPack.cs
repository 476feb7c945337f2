using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Search.Packs;

namespace KbApi.Search.Tests.Packs;

/// <summary>A small pack in a folder of its own.</summary>
internal sealed class TestPack : IDisposable
{
    private static readonly Lazy<TestPack> Original = new(() => new TestPack(Small));

    private readonly TempFolder _folder = new();

    /// <summary>A pack of <see cref="Small"/>.</summary>
    public TestPack()
    {
        (Content, Manifest) = (Original.Value.Content, Original.Value.Manifest);
        foreach (var file in Directory.EnumerateFiles(Original.Value.Path, "*", SearchOption.AllDirectories))
        {
            _folder.Write(System.IO.Path.Combine("pack", System.IO.Path.GetRelativePath(Original.Value.Path, file)), File.ReadAllBytes(file));
        }
    }

    public TestPack((string Path, string Text)[] files)
    {
        Content = new KnowledgeBaseLoader().Load([.. files.Select(f => ContentFile.InMemory(f.Path, Encoding.UTF8.GetBytes(f.Text)))]);
        Manifest = PackBuilder.Build(Content, Content, "[]"u8, Path);
    }

    public static (string Path, string Text)[] Small =>
    [
        ("en-US/disks.md", "# Disks\n\n| Error code | Message | What to do |\n| --- | --- | --- |\n| DSK_0001 | The disk is full. | Remove files. |\n| DSK_0002 | The disk is missing. | Wait 10 seconds, then [connect](https://example.com) it. |\n"),
        ("sv-SE/disks.md", "# Diskar\n\n| Felkod | Meddelande | Gör så här |\n| --- | --- | --- |\n| DSK_0001 | Disken är full. | Ta bort filer. |\n| DSK_0002 | Disken saknas. | Vänta 10 sekunder och [anslut](https://example.com) den. |\n"),
        ("en-US/net.md", "# Network\n\n## Event ID 6398\n\n**Cause:** The network is down.\n\n**Resolution:** Start it.\n"),
    ];

    public string Path => System.IO.Path.Combine(_folder.Path, "pack");

    public KnowledgeBase Content { get; }

    public PackManifest Manifest { get; }

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Makes the manifest say of a file what the file is now.</summary>
    public void Describe(string file)
    {
        var bytes = File.ReadAllBytes(PathOf(file));
        ChangeManifest(manifest =>
        {
            var described = manifest["files"]!.AsArray().Single(f => (string)f!["path"]! == file)!;
            described["length"] = bytes.Length;
            described["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        });
    }

    public void ChangeManifest(Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(PathOf(PackManifest.FileName)))!.AsObject();
        change(manifest);
        File.WriteAllText(PathOf(PackManifest.FileName), manifest.ToJsonString());
    }

    /// <summary>All that is known of a knowledge base's articles, as text.</summary>
    public static string Describe(KnowledgeBase knowledgeBase) => string.Join('\n', knowledgeBase.Articles.Items.SelectMany(a => a.Variants).Select(a => JsonSerializer.Serialize(a)));

    public void Dispose() => _folder.Dispose();
}
