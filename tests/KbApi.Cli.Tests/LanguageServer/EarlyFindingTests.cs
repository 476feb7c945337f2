using System.Globalization;
using System.Text;
using KbApi.Cli.LanguageServer;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Features;
using KbApi.Cli.LanguageServer.Rpc;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Model;

namespace KbApi.Cli.Tests.LanguageServer;

/// <summary>What is sent of an open document before its folder is read.</summary>
public sealed class EarlyFindingTests : IDisposable
{
    private readonly TempFolder _folder = PrinterContent.Write();
    private readonly MemoryStream _output = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Theory]
    [InlineData(201, true)]
    [InlineData(10, false)]
    public async Task In_a_large_folder_an_open_document_has_its_own_findings_before_the_others_are_read(int others, bool isSent)
    {
        for (var i = 0; i < others; i++)
        {
            _folder.Write($"content/en-US/other-{i}.md", "# Other\n\n| A | B |\n| --- | --- |\n| x\n");
        }

        var (folder, document) = Open(PrinterContent.English);
        using var connection = new RpcConnection(Stream.Null, _output);
        using var publisher = Publisher(connection, folder);

        await publisher.SendEarlyAsync(folder, document, CancellationToken.None);

        var sent = Encoding.UTF8.GetString(_output.ToArray());
        Assert.Equal(isSent, sent.Contains("\"version\":7", StringComparison.Ordinal));
        Assert.Equal(isSent, sent.Contains("KB1020", StringComparison.Ordinal));
        Assert.DoesNotContain("other-", sent, StringComparison.Ordinal);
        Assert.False(folder.IsRead);
    }

    private (ContentFolder Folder, OpenDocument Document) Open(string text)
    {
        var path = Path.Combine(_folder.Path, "content", "en-US", "printers.md");
        var document = OpenDocument.Create(LspClient.UriOf(path), path, version: 7, text.ReplaceLineEndings("\n"));
        var folder = new ContentFolder(_folder.Path, new LanguageSettings { Culture = CultureInfo.GetCultureInfo("en"), DefaultLocale = LocaleTag.Parse("en-US") });
        folder.Show(document);
        return (folder, document);
    }

    private static DiagnosticPublisher Publisher(RpcConnection connection, ContentFolder folder) =>
        new(connection, new DiagnosticView(new RulePages(helpRoot: null, CultureInfo.GetCultureInfo("en")), hasRelated: false), () => [folder], TimeProvider.System);
}
