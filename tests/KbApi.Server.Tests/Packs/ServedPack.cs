using KbApi.Content.Loading;
using KbApi.Rules.Configuration;
using KbApi.Search.Packs;
using KbApi.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KbApi.Server.Tests.Packs;

/// <summary>Builds packs as <c>kb build</c> does, and serves them.</summary>
internal static class ServedPack
{
    public static PackManifest Build(string content, string target)
    {
        var files = ContentDirectory.FindShown([content]);
        var loader = new KnowledgeBaseLoader();
        return PackBuilder.Build(
            loader.Load(files), loader.Load(BundledContent.WithOwnArticles(files)), EditorConfigFiles.For(files).ToJson(), target);
    }

    /// <summary>A server on a pack, with a folder of its own for copies.</summary>
    public static Task<Hosting.RunningServer> StartAsync(string pack, string folder, bool waitUntilReady = true, string interval = "00:00:01", TimeProvider? time = null) =>
        Hosting.RunningServer.StartAsync(
            pack,
            builder =>
            {
                builder.Configuration["Kb:PackFolder"] = folder;
                builder.Configuration["Kb:PackInterval"] = interval;
                builder.Configuration["Kb:PollInterval"] = "00:00:00.1";
                if (time is not null)
                {
                    builder.Services.AddSingleton(time);
                }
            },
            waitUntilReady);
}
