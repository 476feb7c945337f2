using KbApi.Release.Tests.Support;

namespace KbApi.Release.Tests.Packages;

/// <summary>Tests that use the packages; they are made once.</summary>
[CollectionDefinition(Name)]
public sealed class PackedProductsGroup : ICollectionFixture<PackedProducts>
{
    public const string Name = "Packages";
}

/// <summary>The packages as <c>release/pack.sh</c> makes them of what is built, in a folder of their own.</summary>
public sealed class PackedProducts : IAsyncLifetime
{
    /// <summary>The libraries, and the tool last.</summary>
    public static readonly string[] Ids = ["KbApi.Content", "KbApi.Rules", "KbApi.Rules.Testing", "KbApi.Search", "KbApi.Cli"];

    /// <summary>The folder of the packages, a feed.</summary>
    public string Feed { get; } = Directory.CreateTempSubdirectory("kb-").FullName;

    public string Version => Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, "KbApi.Content.*.nupkg").Single())["KbApi.Content.".Length..];

    public async Task InitializeAsync() => await Shell.RunAsync(Repository.Root, "bash", "release/pack.sh", Feed, "--no-build", "--no-restore");

    public Task DisposeAsync()
    {
        Directory.Delete(Feed, recursive: true);
        return Task.CompletedTask;
    }
}
