namespace KbApi.Cli.Tests.LanguageServer;

/// <summary><c>kb lsp</c> driven by the library that VS Code talks to language servers with, and the extension that does so.</summary>
public sealed class RealClientTests
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "kb.dll");

    [EditorFact]
    public async Task The_client_of_vs_code_edits_a_document_from_opening_to_exit()
    {
        using var folder = PrinterContent.Write();

        var printed = await LspTools.RunAsync(LspTools.Client, "node", "client.mjs", folder.Path, "dotnet", Tool, "lsp", "--stdio");

        Assert.Equal(32, printed.Split('\n').Count(l => l.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [EditorFact]
    public async Task The_extension_compiles()
    {
        using var output = new TempFolder();

        await LspTools.RunAsync(LspTools.Extension, "node", Path.Combine("node_modules", "typescript", "bin", "tsc"), "-p", ".", "--outDir", output.Path);

        Assert.True(File.Exists(Path.Combine(output.Path, "extension.js")));
    }

    [Fact]
    public void Every_word_of_the_extension_is_there_in_both_languages()
    {
        var package = File.ReadAllText(Path.Combine(LspTools.Extension, "package.json"));
        var english = KeysOf("package.nls.json");

        Assert.Equal(english, KeysOf("package.nls.sv.json"));
        Assert.All(english, key => Assert.Contains($"\"%{key}%\"", package, StringComparison.Ordinal));

        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(LspTools.Extension, "src")).Select(File.ReadAllText));
        Assert.All(KeysOf(Path.Combine("l10n", "bundle.l10n.sv.json")), text => Assert.Contains(text, sources, StringComparison.Ordinal));

        static List<string> KeysOf(string file)
        {
            using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(LspTools.Extension, file)));
            return [.. json.RootElement.EnumerateObject().Select(p => p.Name)];
        }
    }
}
