using KbApi.Release.Tests.Support;

namespace KbApi.Release.Tests.Packages;

/// <summary>A program of somebody else that takes the packages: it is made of the examples in their readmes.</summary>
[Collection(PackedProductsGroup.Name)]
public sealed class ConsumerTests(PackedProducts products)
{
    [Fact]
    public async Task The_examples_of_the_readmes_compile_and_run()
    {
        using var folder = new TempFolder();
        var ids = new[] { "KbApi.Content", "KbApi.Rules", "KbApi.Search" };
        var references = string.Concat(ids.Select(id => $"<PackageReference Include=\"{id}\" Version=\"{products.Version}\" />"));
        var sources = products.Feed + ";$(RestoreAdditionalProjectSources)";
        folder.Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestoreAdditionalProjectSources>{sources}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(folder.Path, "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);
        folder.Write("articles/en-US/access.md", "# Access\n\n| Error | Resolution |\n| --- | --- |\n| The disk is full (0x80070070). | Delete something. |\n| Access is denied (0x80070005). | Ask the owner of the folder.\n");
        folder.Write("Program.cs", string.Concat(ids.Select(id => $"{id.Replace('.', '_')}.Run();\n")));
        foreach (var id in ids)
        {
            folder.Write(id + ".cs", Example(id));
        }

        await Shell.RunAsync(folder.Path, "dotnet", "build", "-c", "Release", "-v", "quiet");
        var printed = await Shell.RunAsync(folder.Path, "dotnet", "exec", "bin/Release/net10.0/Consumer.dll");

        Assert.Equal(
            [
                "Ask the owner of the folder.",
                "articles/en-US/access.md(6,64): warning KB1020: The row has no closing pipe.",
                "Access is denied (0x80070005).",
            ],
            printed.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The example of a readme, as a method.</summary>
    private static string Example(string id)
    {
        var code = File.ReadAllText(Path.Combine(Repository.Root, "src", id, "README.md")).Split("```csharp\n")[1].Split("```")[0].Split('\n').ToLookup(l => l.StartsWith("using ", StringComparison.Ordinal) && l.EndsWith(';') && !l.Contains('='));
        return $"{string.Join('\n', code[true])}\ninternal static class {id.Replace('.', '_')}\n{{\n    public static void Run()\n    {{\n{string.Join('\n', code[false])}\n    }}\n}}\n";
    }
}
