using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Rules.Logs;

namespace KbApi.Rules.Tests.Logs;

public sealed class OperationTrackerTests
{
    [Fact]
    public async Task Operations_that_end_in_time_are_counted_and_no_finding()
    {
        var analysis = await LogsOf.PumpsAsync("0 7001 a-1", "0.5 7001 b-2", "1 7002 b-2", "1.5 7002 a-1", "2 7001", "3 7002");

        Assert.Empty(analysis.Findings);
        Assert.Equal(new OperationSummary("pumps/fill-tank", "FillTank", "PumpService", 3, 3, 0, 0, 0), Assert.Single(analysis.Operations));
        Assert.Equal((6, 6), (analysis.Records, analysis.Documented));
    }

    [Fact]
    public async Task Runs_tell_when_each_began_and_how_it_ended()
    {
        var analysis = await LogsOf.PumpsAsync("0 7001 a-1", "0.5 7001 b-2", "1 7002 b-2", "1.5 7003 a-1", "2 7001 c-3", "9 7001 d-4", "9.5 7002 e-5");

        Assert.Equal(
            [
                "FillTank 1-4 90 s Failed pumps/7003",
                "FillTank 2-3 30 s Succeeded pumps/7002",
                "FillTank 5-  Missing pumps/7001",
                "FillTank 6-  Open pumps/7001",
                "FillTank -7  Succeeded pumps/7002",
            ],
            analysis.Runs.Select(r => $"{r.Name} {r.StartLine}-{r.EndLine} {(r.To - r.From is { } time ? $"{time.TotalSeconds:0} s" : "")} {r.Outcome} {r.EntryId}"));
    }

    [Fact]
    public async Task Of_many_runs_the_latest_are_kept()
    {
        var analysis = await LogsOf.PumpsAsync([.. Enumerable.Range(0, 250).SelectMany(i => new[] { $"{i * 3} 7001 t-{i}", $"{(i * 3) + 1} 7002 t-{i}" })]);

        Assert.Equal(LogLimits.TimelineLength, analysis.Runs.Length);
        Assert.Equal((101, 500), (analysis.Runs[0].StartLine, analysis.Runs[^1].EndLine));
    }

    [Fact]
    public async Task A_start_without_an_outcome_in_the_time_that_the_document_states_is_found()
    {
        var analysis = await LogsOf.PumpsAsync("0 7001 a-1", "1 7001", "8 7001 b-2", "9 7002 b-2", "9.5 7001 c-3");

        Assert.Equal(
            ["KB4001 line 1 ×1: 'FillTank', begun at 2026-03-01 10:00:00Z, has no outcome in time.", "KB4001 line 2 ×1: 'FillTank', begun at 2026-03-01 10:01:00Z, has no outcome in time."],
            LogsOf.Lines(analysis));
        Assert.Equal(("a-1", "pumps/7001", "pumps/fill-tank"), (analysis.Findings[0].TrackingId, analysis.Findings[0].Entries[0], analysis.Findings[0].Subject));
        Assert.Equal((2, 1), (analysis.Operations[0].WithoutOutcome, analysis.Operations[0].Open));
    }

    [Fact]
    public async Task An_outcome_that_comes_too_late_is_none_in_time() =>
        Assert.Equal(["KB4001 line 1 ×1: 'FillTank', begun at 2026-03-01 10:00:00Z, has no outcome in time."], LogsOf.Lines(await LogsOf.PumpsAsync("0 7001 a-1", "5 7002 a-1")));

    [Fact]
    public async Task A_failure_is_found_with_what_was_written_while_the_operation_ran()
    {
        var analysis = await LogsOf.PumpsAsync("0 7001 a-1", "0.2 7001 b-2", "0.4 7040 a-1", "0.6 7003 a-1", "0.8 7003 b-2");

        Assert.Equal(
            [
                "KB4012 line 3 ×1: 'ValveError' stands 1 × in the log, first at 2026-03-01 10:00:24Z and last at 2026-03-01 10:00:24Z.",
                "KB4002 line 4 ×2: 'FillTank' failed at 2026-03-01 10:00:36Z.",
                "KB4002 line 5 ×2: 'FillTank' failed at 2026-03-01 10:00:48Z.",
            ],
            LogsOf.Lines(analysis));
        Assert.Equal("pumps/7003 pumps/7040", string.Join(' ', analysis.Findings[1].Entries));
        Assert.Equal("pumps/7003", Assert.Single(analysis.Findings[2].Entries));
        Assert.Equal(1, Assert.Single(analysis.Findings[1].Diagnostic.AdditionalLocations).Start.Line + 1);
        Assert.Equal(DiagnosticSeverity.Error, analysis.Findings[1].Diagnostic.Severity);
    }

    [Fact]
    public async Task A_sign_of_life_that_never_comes_is_missing_where_several_were_due()
    {
        var analysis = await LogsOf.PumpsAsync("0 7010", "7 7001 a-1", "8 7002 a-1", "16 7001 b-2", "17 7002 b-2");

        Assert.Equal(["KB4006 line 1 ×1: 'PumpAlive' is due every 5 min and is missing between 2026-03-01 10:00:00Z and 2026-03-01 10:17:00Z."], LogsOf.Lines(analysis));
        Assert.Equal("pumps/7020", Assert.Single(analysis.Findings[0].Entries));
    }

    [Theory]
    [InlineData("0 7010", "14 7001 a-1", "14.5 7002 a-1")]
    [InlineData("0 7030", "20 7030")]
    [InlineData("0 7010", "1 7020", "2 7011", "60 7030")]
    public async Task A_sign_of_life_is_not_missed_in_a_short_log_in_one_of_warnings_only_and_of_a_stopped_service(params string[] lines) =>
        Assert.DoesNotContain((await LogsOf.PumpsAsync(lines)).Findings, f => f.Diagnostic.Id == "KB4006");

    [Fact]
    public async Task Interleaved_operations_without_tracking_ids_are_declared_ambiguous()
    {
        var analysis = await LogsOf.PumpsAsync("0 7001", "0.5 7001", "1 7003", "1.25 7001", "30 7001", "31 7002");

        Assert.Equal(
            [
                "KB4006 line 1 ×1: 'PumpAlive' is due every 5 min and is missing between 2026-03-01 10:00:00Z and 2026-03-01 10:31:00Z.",
                "KB4011 line 1 ×4: 'FillTank' runs 3 × at the same time between 2026-03-01 10:00:00Z and 2026-03-01 10:01:15Z, without tracking ids; 2 of them have no outcome, and which outcome belongs to which cannot be told.",
                "KB4002 line 3 ×1: 'FillTank' failed at 2026-03-01 10:01:00Z.",
            ],
            LogsOf.Lines(analysis));
    }

    [Fact]
    public async Task A_log_that_begins_with_its_end_tells_the_same()
    {
        string[] lines = ["0 7001", "0.5 7001", "1 7003", "1.25 7001", "9 7011", "12 7010", "20 7001 a-1", "21 7003 a-1", "40 7001 b-2", "50 7011"];
        var forwards = await LogsOf.PumpsAsync(lines);
        var backwards = await LogsOf.PumpsAsync([.. lines.Reverse()]);

        Assert.Equal(6, forwards.Findings.Length);
        Assert.Equal(Messages(forwards), Messages(backwards));
        Assert.Equal(Assert.Single(forwards.Operations), Assert.Single(backwards.Operations));
        Assert.Equal(forwards.Timeline.Select(t => (t.Time, t.Code)), backwards.Timeline.Select(t => (t.Time, t.Code)));
        static IEnumerable<string> Messages(LogAnalysis analysis) => LogsOf.Lines(analysis).Select(l => l.Split(" line ")[0] + l.Split(": ", 2)[1]).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_service_that_stopped_and_one_that_was_started_again_differ()
    {
        var analysis = await LogsOf.PumpsAsync("0 7011", "3 7010", "9 7011", "10 9999");

        Assert.Equal(
            ["KB4005 line 1 ×2: 'PumpService' was stopped at 2026-03-01 10:00:00Z and started at 2026-03-01 10:03:00Z.", "KB4004 line 3 ×1: 'PumpService' stopped at 2026-03-01 10:09:00Z and was not started again."],
            LogsOf.Lines(analysis).Where(l => !l.StartsWith("KB4010", StringComparison.Ordinal)));
        Assert.Equal("pumps/7011", Assert.Single(analysis.Findings.Single(f => f.Diagnostic.Id == "KB4004").Entries));
    }

    [Fact]
    public async Task Services_of_several_machines_are_followed_by_themselves()
    {
        static string Of(string machine, string time, string code) => $"2026-03-01T10:{time}:00Z Computer: {machine} Source: PumpService, Event ID: {code}";
        var analysis = await LogsOf.AnalyzeAsync(LogsOf.PumpKnowledge, string.Join('\n', Of("P1", "00", "7011"), Of("P2", "01", "7010"), Of("P1", "02", "7001"), Of("P2", "03", "7002")));

        Assert.Contains("KB4004 line 1 ×1: 'PumpService' stopped at 2026-03-01 10:00:00Z and was not started again.", LogsOf.Lines(analysis));
        Assert.DoesNotContain(analysis.Findings, f => f.Diagnostic.Id == "KB4005");
    }

    [Fact]
    public async Task Missing_signs_of_life_are_found_between_others_and_at_the_end_but_not_while_the_service_is_stopped()
    {
        var analysis = await LogsOf.PumpsAsync("0 7020", "5 7020", "22 7020", "27 7020", "28 7011", "48 7010", "49 7020", "54 7020", "70 7001 a-1", "71 7002 a-1");

        Assert.Equal(
            [
                "KB4006 line 2 ×1: 'PumpAlive' is due every 5 min and is missing between 2026-03-01 10:05:00Z and 2026-03-01 10:22:00Z.",
                "KB4006 line 8 ×1: 'PumpAlive' is due every 5 min and is missing between 2026-03-01 10:54:00Z and 2026-03-01 11:11:00Z.",
            ],
            LogsOf.Lines(analysis).Where(l => l.StartsWith("KB4006", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Signs_of_life_that_failed_are_counted()
    {
        static string Of(int minute) => $"2026-03-01T10:{minute:00}:00Z Source: PasswordResetService, Event ID: 32015";
        var analysis = await LogsOf.AnalyzeAsync(LogsOf.ContentKnowledge, string.Join('\n', Of(0), Of(5), Of(10), Of(50)));

        Assert.Equal(
            [
                "KB4007 line 1 ×3: 'ReportServiceHealthError' says that a sign of life due every 5 min failed: 3 × between 2026-03-01 10:00:00Z and 2026-03-01 10:10:00Z.",
                "KB4007 line 4 ×1: 'ReportServiceHealthError' says that a sign of life due every 5 min failed: 1 × between 2026-03-01 10:50:00Z and 2026-03-01 10:50:00Z.",
            ],
            LogsOf.Lines(analysis));
    }

    [Fact]
    public async Task A_warning_matters_when_it_repeats()
    {
        var analysis = await LogsOf.PumpsAsync("0 7030", "1 7030", "2 7030", "3 7030", "100 7030", "101 7030", "102 7030", "103 7030", "104 7030");

        Assert.Equal(["KB4003 line 5 ×5: 'PressureWarning' stands 5 × in the log between 2026-03-01 11:40:00Z and 2026-03-01 11:44:00Z."], LogsOf.Lines(analysis));
    }

    [Fact]
    public async Task An_outcome_written_before_its_start_is_out_of_order()
    {
        var analysis = await LogsOf.PumpsAsync("0 7001 z-9", "0.1 7002 z-9", "1 7002 a-1", "1.5 7001 a-1");

        Assert.Equal(["KB4008 line 3 ×2: 'FillTank' ended at 2026-03-01 10:01:00Z, before it began at 2026-03-01 10:01:30Z."], LogsOf.Lines(analysis));
    }

    [Fact]
    public async Task An_outcome_without_a_start_is_found_unless_the_log_may_begin_behind_it()
    {
        var analysis = await LogsOf.PumpsAsync("0 7002 a-1", "1 7002", "30 7002 b-2", "31 7003");

        Assert.Equal(
            [
                "KB4006 line 1 ×1: 'PumpAlive' is due every 5 min and is missing between 2026-03-01 10:00:00Z and 2026-03-01 10:31:00Z.",
                "KB4009 line 3 ×1: 'FillTank' ended at 2026-03-01 10:30:00Z; the log does not show that it began.",
                "KB4002 line 4 ×1: 'FillTank' failed at 2026-03-01 10:31:00Z.",
                "KB4009 line 4 ×1: 'FillTank' ended at 2026-03-01 10:31:00Z; the log does not show that it began.",
            ],
            LogsOf.Lines(analysis));
    }

    [Fact]
    public async Task Codes_that_are_not_documented_are_counted_where_their_neighbours_are()
    {
        var analysis = await LogsOf.AnalyzeAsync(
            LogsOf.ContentKnowledge,
            """
            Level,Date and Time,Source,Event ID,Task Category
            Information,2026-03-01 10:00:00,PasswordResetService,31099,None,x
            Information,2026-03-01 10:00:01,PasswordResetService,31099,None,x
            Information,2026-03-01 10:00:02,ADSync,904,None,x
            Error,2026-03-01 10:00:03,ADSync,6311,None,x
            Error,2026-03-01 10:00:04,Kernel-General,31099,None,x
            """);

        Assert.Equal(
            ["KB4010 line 2 ×2: Event 31099 of PasswordResetService is not documented; it stands 2 × in the log.", "KB4010 line 5 ×1: Event 6311 of ADSync is not documented; it stands 1 × in the log."],
            LogsOf.Lines(analysis));
        Assert.NotEmpty(analysis.Findings[0].Nearest);
    }

    [Fact]
    public async Task An_event_with_two_meanings_is_told_by_its_text()
    {
        static string Of(string text) => $"Level,Date and Time,Source,Event ID,Task Category\nError,2026-03-01 10:00:03,ADSync,6329,None,\"{text}\"\n";
        var policy = await LogsOf.AnalyzeAsync(LogsOf.ContentKnowledge, Of("BAIL: MMS(4924): 0x80230619"));
        var forest = await LogsOf.AnalyzeAsync(LogsOf.ContentKnowledge, Of("0x8023061f (The operation failed because password synchronization is not enabled on this Management Agent.)"));

        Assert.Equal("sspr/6329-0x80230619", Assert.Single(Assert.Single(policy.Findings).Entries));
        Assert.Equal("sspr/new-forest", Assert.Single(Assert.Single(forest.Findings).Entries));
    }

    [Fact]
    public async Task Lines_without_fields_are_known_by_names_and_by_numbers_beside_their_program()
    {
        var analysis = await LogsOf.AnalyzeAsync(
            LogsOf.ContentKnowledge,
            "10:00 PasswordResetStart TrackingId: aa-11\n10:01 PasswordResetFail TrackingId: aa-11\n10:02 PasswordResetService 33004 no permission\nport 33004 of the router\n");

        Assert.Equal(["KB4002 line 2 ×2: 'PasswordReset' failed at line 2.", "KB4012 line 3 ×1: 'ADPermissionsError' stands 1 × in the log, first at line 3 and last at line 3."], LogsOf.Lines(analysis));
        Assert.Equal(["KB4002 line 2 ×2: 'PasswordReset' misslyckades på rad 2."], LogsOf.Lines(analysis, "sv-SE").Take(1));
    }

    [Fact]
    public async Task The_excerpt_has_a_few_events_of_each_kind_and_the_timeline_the_latest()
    {
        var analysis = await LogsOf.PumpsAsync([.. Enumerable.Range(0, 400).Select(i => $"{i} 7040"), "401 7011"]);

        Assert.Equal("7040 7040 7040 7011", string.Join(' ', analysis.Excerpt.Select(e => e.EventId)));
        Assert.Equal((LogLimits.TimelineLength, 401), (analysis.Timeline.Length, analysis.Timeline[^1].Line));
    }

    [CorpusFact]
    public async Task The_seed_alone_tells_its_five_operations_its_service_and_its_repeated_warning()
    {
        static string Of(int minute, int code) => $"2026-03-01T10:{minute:00}:00Z Source: PasswordResetService, Event ID: {code}";
        int[] pairs = [31001, 31003, 31006, 31007, 31009, 31010, 31012, 31014, 31004, 31005, 32014, 32014, 32014, 32014, 32014, 31016];
        var knowledge = LogsOf.Knowledge(new KnowledgeBaseLoader().Load(Repository.Seed));
        var analysis = await LogsOf.AnalyzeAsync(knowledge, string.Join('\n', pairs.Select((code, i) => Of(i, code))));

        Assert.Equal(
            ["PasswordReset 1 0 1", "OnboardingEvent 1 1 0", "ChangePassword 1 1 0", "ResetUserPasswordByAdmin 1 1 0", "OffboardingEvent 1 0 1"],
            analysis.Operations.Select(o => $"{o.Name} {o.Started} {o.Succeeded} {o.Failed}"));
        Assert.Equal(["KB4002 2", "KB4002 8", "KB4003 11", "KB4004 16"], analysis.Findings.Select(f => $"{f.Diagnostic.Id} {f.Diagnostic.Location.Start.Line + 1}"));
    }

    [Fact]
    public void Options_that_cannot_be_used_are_refused()
    {
        Assert.Equal("options", Assert.Throws<ArgumentException>(() => new OperationTracker(LogsOf.PumpKnowledge, "x", new LogAnalysisOptions { RepeatCount = 1 })).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentException>(() => new OperationTracker(LogsOf.PumpKnowledge, "x", new LogAnalysisOptions { OutcomeWithin = TimeSpan.Zero })).ParamName);
    }
}
