using System.Text.Json.Nodes;
using KbApi.Reports.Intake;
using KbApi.Reports.Model;
using KbApi.Reports.Sqlite;
using KbApi.Rules.Classification;

namespace KbApi.Cli.Tests;

public sealed class ReportsCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-").FullName;
    private StoredReport _matched = null!;
    private StoredReport _unknown = null!;

    private string File => Path.Combine(_folder, "kb.db");

    public async Task InitializeAsync()
    {
        await using var store = new SqliteReportStore(new SqliteStoreOptions { Path = File });
        var pseudonymizer = new Pseudonymizer(await store.GetSecretAsync());
        _matched = Create("Event ID 31003\nfrom PasswordResetService", minutes: -1) with
        {
            Verdict = Verdict.Matched,
            Candidates = [new StoredCandidate("sspr/31003", 0.9, SignalTier.Code)],
            Codes = [new ReportedCode("event", "31003")],
        };
        _unknown = Create("Kaffet är kallt, och det här meddelandet är längre än vad som får plats på en rad i någon terminal") with { SubjectHash = pseudonymizer.OfSubject("employee-1") };
        await store.AddAsync([_matched, _unknown]);
        await store.AddFeedbackAsync(new ReportFeedback
        {
            Id = ReportFeedback.NewId(TimeProvider.System),
            ReportId = _unknown.Id,
            GivenAt = _unknown.ReceivedAt,
            Helpful = false,
            RightEntryId = "sspr/31003",
            SnapshotId = "s",
        });
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Reports_are_listed_one_a_line()
    {
        var (code, output, error) = await TestTerminal.RunAsync("reports", "list", "--store", File);

        Assert.Equal((0, ""), (code, error));
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches(@"^[0-9a-f-]{36}  \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ  sspr/31003 +Event ID 31003 from", lines[0]);
        Assert.Matches(@"\(unknown\) +Kaffet är kallt.*…$", lines[1]);
        Assert.All(lines, l => Assert.True(l.Length <= 110, l));
    }

    [Theory]
    [InlineData("--verdict", "unknown", "(unknown)")]
    [InlineData("--entry", "sspr/31003", "sspr/31003")]
    [InlineData("--code", "31003", "sspr/31003")]
    public async Task A_filter_chooses(string option, string value, string shown)
    {
        var (code, output, _) = await TestTerminal.RunAsync("reports", "list", "--store", File, option, value);

        Assert.Equal(0, code);
        Assert.Contains(shown, Assert.Single(output.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_one_another()
    {
        var (_, first, hint) = await TestTerminal.RunAsync("reports", "list", "--store", File, "--limit", "1");
        var (_, second, _) = await TestTerminal.RunAsync("reports", "list", "--store", File, "--limit", "1", "--after", _matched.Id.ToString());
        var (code, third, _) = await TestTerminal.RunAsync("reports", "list", "--store", File, "--after", _unknown.Id.ToString());

        Assert.Contains($"--after {_matched.Id}", hint, StringComparison.Ordinal);
        Assert.StartsWith(_matched.Id.ToString(), first, StringComparison.Ordinal);
        Assert.StartsWith(_unknown.Id.ToString(), second, StringComparison.Ordinal);
        Assert.Equal((1, ""), (code, third));
    }

    [Fact]
    public async Task A_report_is_shown_with_its_feedback()
    {
        var (code, output, _) = await TestTerminal.RunAsync("reports", "show", _unknown.Id.ToString(), "--store", File);

        var shown = JsonNode.Parse(output)!;
        Assert.Equal(0, code);
        Assert.Equal((_unknown.Id.ToString(), "sspr/31003"), ((string)shown["id"]!, (string)shown["feedback"]![0]!["rightEntryId"]!));
        Assert.Contains("Kaffet är kallt", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_has_a_line_for_each_and_is_never_half_a_file()
    {
        var path = Path.Combine(_folder, "out.jsonl");
        var (code, _, error) = await TestTerminal.RunAsync("reports", "export", "--store", File, "--output", path);
        var (_, feedback, _) = await TestTerminal.RunAsync("reports", "export", "--store", File, "--feedback");

        Assert.Equal(0, code);
        Assert.Contains("2 lines written", error, StringComparison.Ordinal);
        var lines = await System.IO.File.ReadAllLinesAsync(path);
        Assert.Equal([_matched.Id, _unknown.Id], lines.Select(l => ReportDocument.Read(System.Text.Encoding.UTF8.GetBytes(l)).Id));
        Assert.False(System.IO.File.Exists(path + ".part"));
        Assert.Equal(_unknown.Id.ToString(), (string)JsonNode.Parse(feedback)!["reportId"]!);
    }

    [Fact]
    public async Task A_report_those_about_somebody_and_old_ones_are_deleted()
    {
        var subject = await TestTerminal.RunAsync("reports", "delete", "--store", File, "--subject", "Employee-1");
        var again = await TestTerminal.RunAsync("reports", "delete", "--store", File, "--subject", "Employee-1");
        var young = await TestTerminal.RunAsync("reports", "delete", "--store", File, "--older-than", "1");
        var one = await TestTerminal.RunAsync("reports", "delete", "--store", File, "--id", _matched.Id.ToString());

        Assert.Equal((0, "Deleted reports: 1\n"), (subject.ExitCode, subject.Output));
        Assert.Equal((1, "Deleted reports: 0\n"), (again.ExitCode, again.Output));
        Assert.Equal(1, young.ExitCode);
        Assert.Equal(0, one.ExitCode);
        Assert.Equal(1, (await TestTerminal.RunAsync("reports", "show", _matched.Id.ToString(), "--store", File)).ExitCode);
    }

    [Theory]
    [InlineData("There are no reports at sqlite:nowhere.db", "list", "--store", "nowhere.db")]
    [InlineData("There are no reports at off", "list", "--store", "off")]
    [InlineData("'off', the path of a file", "list", "--store", "mysql://x")]
    [InlineData("Say what to delete", "delete")]
    [InlineData("Say what to delete", "delete", "--id", "x", "--older-than", "7")]
    [InlineData("is no time", "list", "--from", "yesterday")]
    [InlineData("--limit is a number", "list", "--limit", "0")]
    public async Task Wrong_use_is_named(string message, params string[] arguments)
    {
        var (code, _, error) = await TestTerminal.RunAsync(["reports", .. arguments]);

        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private static StoredReport Create(string message, int minutes = 0) => new()
    {
        Id = ReportId.New(new ShiftedTime(minutes)),
        ReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(new ShiftedTime(minutes).GetUtcNow().ToUnixTimeMilliseconds()),
        Content = new ReportContent { Message = message },
        Verdict = Verdict.Unknown,
        SnapshotId = "s",
    };

    private sealed class ShiftedTime(int minutes) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddMinutes(minutes);
    }
}
