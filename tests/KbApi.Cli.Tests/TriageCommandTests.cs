using System.IO.Compression;
using System.Text.Json.Nodes;

namespace KbApi.Cli.Tests;

public sealed class TriageCommandTests : IDisposable
{
    private const string Ticket =
        """
        Hi, users get an error when they reset their password since this morning.
        The Azure AD Connect server SYNC01 (10.1.2.3) is up. We checked the network connection, and restarted the sync service but it did not help.
        Should we disable and re-enable password writeback? Regards, anna.berg@contoso.com
        """;

    private const string Log =
        """
        Level,Date and Time,Source,Event ID,Task Category
        Information,2026-03-01T10:00:00Z,PasswordResetService,31015,None,The service is running.
        Information,2026-03-01T10:02:00Z,PasswordResetService,31001,None,"TrackingId: 7344da2c-ab9d-42ef-adea-4a17d07fdeb9, user anna.berg@contoso.com"
        Error,2026-03-01T10:02:10Z,PasswordResetService,32002,None,"TrackingId: 7344da2c-ab9d-42ef-adea-4a17d07fdeb9, no answer from 10.1.2.9"
        Error,2026-03-01T10:02:11Z,PasswordResetService,31003,None,"TrackingId: 7344da2c-ab9d-42ef-adea-4a17d07fdeb9"
        Information,2026-03-01T10:10:00Z,PasswordResetService,31006,None,"TrackingId: 8344da2c-ab9d-42ef-adea-4a17d07fdeb9"
        Warning,2026-03-01T10:40:00Z,PasswordResetService,31016,None,The service has stopped.
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en-US", "text")]
    [InlineData("sv-SE", "text")]
    [InlineData("en-US", "markdown")]
    [InlineData("sv-SE", "markdown")]
    [InlineData("en-US", "json")]
    public async Task A_ticket_with_a_log_is_one_page(string locale, string format)
    {
        var (code, output, error) = await RunAsync("--log", LogFile(), "--locale", locale, "--format", format);

        Assert.Equal((1, ""), (code, error));
        Baseline.Verify(output.Replace(Repository.Root, "<root>", StringComparison.Ordinal), $"triage.{locale}.{format}");
    }

    [Fact]
    public async Task The_next_step_is_the_first_that_the_ticket_does_not_say_was_tried()
    {
        var (_, output, _) = await RunAsync("--log", LogFile(), "--locale", "en-US");

        Assert.Contains("Next step (3 of 5): Disable and re-enable password writeback", output, StringComparison.Ordinal);
        Assert.Contains("Already tried: Check the network connection; Restart the sync service", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_has_what_support_needs_and_nothing_secret()
    {
        var package = Path.Combine(_folder.Path, "support.zip");
        var (_, _, error) = await RunAsync("--log", LogFile(), "--package", package, "--locale", "en-US");
        using var zip = ZipFile.OpenRead(package);

        Assert.Contains("support.zip written", error, StringComparison.Ordinal);
        Assert.Equal(["triage.md", "triage.json", "ticket.txt", "events.txt"], zip.Entries.Select(e => e.Name));
        var texts = zip.Entries.ToDictionary(e => e.Name, Read);
        Assert.Contains("[email-1]", texts["ticket.txt"], StringComparison.Ordinal);
        Assert.Contains("PasswordResetService Event ID 32002", texts["events.txt"], StringComparison.Ordinal);
        Assert.Equal("sspr/31016", (string)JsonNode.Parse(texts["triage.json"])!["entries"]![0]!);
        foreach (var secret in new[] { "anna.berg", "10.1.2.3", "10.1.2.9", _folder.Path })
        {
            Assert.All(texts.Values, t => Assert.DoesNotContain(secret, t, StringComparison.OrdinalIgnoreCase));
        }

        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
        static string Read(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task A_package_that_cannot_be_written_leaves_nothing_behind()
    {
        var package = Path.Combine(_folder.Path, "nowhere", "support.zip");
        var (code, _, error) = await RunAsync("--package", package);

        Assert.Equal(2, code);
        Assert.StartsWith("kb: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_alone_is_classified()
    {
        var (code, output, _) = await RunAsync(Write("SSPR_0029 is shown on the page"), "--locale", "en-US");

        Assert.Equal(0, code);
        Assert.Contains("One entry answers it", output, StringComparison.Ordinal);
        Assert.Contains("[sspr/sspr-0029]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_that_nothing_answers_says_so()
    {
        var (code, output, _) = await RunAsync(Write("The coffee machine leaks"), "--locale", "en-US");

        Assert.Equal(1, code);
        Assert.Contains("No entry answers it.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_log_is_said_and_exits_with_2()
    {
        var log = _folder.Write("app.evtx", [.. "ElfFile\0"u8, 0, 1, 2, 3]);
        var (code, output, _) = await RunAsync("--log", log, "--locale", "en-US");

        Assert.Equal(2, code);
        Assert.Contains("KB4022", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kb: 'empty.txt' is empty; give a file with the ticket.\n", "empty.txt")]
    [InlineData("kb: 'code' is no answer; write the id of the question, '=' and the answer.\n", "empty.txt", "--answer", "code")]
    public async Task Wrong_use_is_named(string message, params string[] args)
    {
        args[0] = _folder.Write(args[0], "");
        var (code, _, error) = await TestTerminal.RunAsync(["triage", .. args, "--kb-path", Repository.Content]);

        Assert.Equal(2, code);
        Assert.Equal(message, error.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_does_not_exist_is_named() =>
        Assert.Contains("missing.log", (await RunAsync("--log", Path.Combine(_folder.Path, "missing.log"))).Error, StringComparison.Ordinal);

    private string LogFile() => _folder.Write("application.csv", Log);

    private string Write(string ticket) => _folder.Write("ticket.txt", ticket);

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) =>
        TestTerminal.RunAsync(["triage", .. args[0].StartsWith("--", StringComparison.Ordinal) ? (string[])[Write(Ticket)] : [], .. args, "--kb-path", Repository.Content]);
}
