using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Rules.Configuration;

namespace KbApi.Rules.Tests.Configuration;

/// <summary>Settings hold for documents whatever readers are told that they are called, and when they are kept in a pack.</summary>
public sealed class ShownFolderTests
{
    [Theory]
    [InlineData(".editorconfig", "sub/docs/en-US/*.md")]
    [InlineData("sub/.editorconfig", "docs/en-US/*.md")]
    [InlineData("sub/docs/.editorconfig", "en-US/*.md")]
    [InlineData("sub/docs/en-US/.editorconfig", "*.md")]
    public void They_hold_where_the_path_hides_the_folders_above(string file, string glob)
    {
        using var folder = new TempFolder();
        folder.Write("sub/docs/en-US/a.md", "# A\n");
        folder.Write("sub/docs/sv-SE/a.md", "# A\n");
        folder.Write(file, $"root = true\n[{glob}]\nkb_diagnostic.KB1001.severity = info\n");

        var files = ContentDirectory.FindShown([Path.Combine(folder.Path, "sub", "docs")]);
        var options = EditorConfigFiles.For(files);

        Assert.Equal(["docs/en-US/a.md", "docs/sv-SE/a.md"], files.Select(f => f.ShownPath));
        foreach (var settings in (SeverityOptions[])[options, SeverityOptions.FromJson(options.ToJson())])
        {
            Assert.Equal(DiagnosticSeverity.Info, SeverityIn(settings, "docs/en-US/a.md"));
            Assert.Equal(DiagnosticSeverity.Error, SeverityIn(settings, "docs/sv-SE/a.md"));
            Assert.Equal(options.Fingerprint, settings.Fingerprint);
        }
    }

    private static DiagnosticSeverity SeverityIn(SeverityOptions settings, string path) =>
        settings.Apply(Diagnostic.Create(ReadingDiagnostics.CannotOpen, Location.OfFile(path), "x"))!.Severity;
}
