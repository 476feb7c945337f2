using KbApi.Release.Tests.Support;

namespace KbApi.Release.Tests.Packages;

/// <summary>The tool as it is installed from its package, and run outside of the repository.</summary>
[Collection(PackedProductsGroup.Name)]
public sealed class InstalledToolTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    [Fact]
    public async Task It_says_its_version()
    {
        var version = (await tool.RunAsync([0], "--version")).Trim();
        Assert.StartsWith(tool.Version, version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_answers_from_the_content_that_comes_with_it() =>
        Assert.Contains("OnPremisesAdminActionRequired", await tool.RunAsync([0], "lookup", "sspr 29", "--locale", "sv-SE"), StringComparison.Ordinal);

    [Fact]
    public async Task It_lints_documents_and_explains_what_it_finds()
    {
        await File.WriteAllTextAsync(Path.Combine(tool.Folder, "printers.md"), "# Printers\n\n| Error | Resolution |\n| --- | --- |\n| Out of ink | Change the cartridge. |\n| Out of paper | Fill the tray.\n");

        Assert.StartsWith("printers.md(6,32): warning KB1020:", await tool.RunAsync([1], "lint", "printers.md"), StringComparison.Ordinal);
        Assert.Contains("KB1020: Row without a closing pipe", await tool.RunAsync([0], "explain", "KB1020"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kb loo", "lookup")]
    [InlineData("kb lint --for", "--format")]
    [InlineData("kb completion f", "fish")]
    [InlineData("kb lint --format s", "sarif")]
    [InlineData("kb /", "")]
    public async Task It_completes_in_bash(string typed, string completed)
    {
        // What bash does when the tab key is pressed: it calls the function that is registered for the command.
        const string PressTab = """
            eval "$(kb completion bash)"
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<< "$1"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            $(complete -p kb | grep -o '\-F [^ ]*' | cut -d' ' -f2)
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        var offered = await Shell.RunAsync(tool.Folder, tool.Variables, [0], "bash", "-c", PressTab, "bash", typed);

        Assert.Equal(completed, offered.TrimEnd('\n'));
    }
}

/// <summary>The tool in a folder of its own.</summary>
public sealed class InstalledTool(PackedProducts products) : IAsyncLifetime
{
    /// <summary>Where it is run.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("kb-").FullName;

    public string Version => products.Version;

    /// <summary>With these, shells find it.</summary>
    public IReadOnlyDictionary<string, string?> Variables => new Dictionary<string, string?>
    {
        ["PATH"] = ToolPath + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..")),
        ["KB_CONTENT"] = null,
    };

    private string ToolPath => Path.Combine(Folder, "tool");

    public async Task InitializeAsync() =>
        await Shell.RunAsync(Folder, "dotnet", "tool", "install", "KbApi.Cli", "--tool-path", ToolPath, "--source", products.Feed, "--version", Version);

    /// <summary>Runs it; fails where it does not exit with one of the codes.</summary>
    public Task<string> RunAsync(int[] codes, params string[] arguments) => Shell.RunAsync(Folder, Variables, codes, Path.Combine(ToolPath, "kb"), arguments);

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
