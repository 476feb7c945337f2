using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Logs;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Logs;
using KbApi.Rules.Tests.Support;
using KbApi.Rules.Triage;

namespace KbApi.Rules.Tests.Triage;

public sealed class TriageDeskTests
{
    private const string Stopped = "2026-03-01T10:00:00Z Source: PasswordResetService, Event ID: 31016 stopped\n";

    private static readonly TriageDesk Desk = TriageDesk.Create(Classifiers.Content, Classifiers.ForContent);

    [Theory]
    [InlineData("Nothing was done yet.", 2, "")]
    [InlineData("We restarted the sync service. It did not help.", 3, "2")]
    [InlineData("Restarted the sync service but it did not help, and checked the network connection twice", 3, "1 2")]
    [InlineData("We have not restarted the sync service yet", 2, "")]
    [InlineData("Should we restart the sync service?", 2, "")]
    [InlineData("Vi har startat om synkroniseringstjänsten och kontrollerat nätverksanslutningen.", 3, "1 2")]
    [InlineData("Vi har inte startat om synkroniseringstjänsten.", 2, "")]
    [InlineData("Restarted the sync service.\nDisabled and re-enabled password writeback.\nInstalled the latest release of Azure AD Connect.\nCompared with the symptoms of password writeback.", 1, "2 3 4 5")]
    public async Task The_next_measure_is_the_first_that_was_not_tried(string ticket, int next, string tried)
    {
        var report = Desk.Examine(new ErrorReport { Message = ticket }, [await LogsOf.AnalyzeAsync(LogsOf.ContentKnowledge, Stopped)]);

        Assert.Equal("sspr/writeback-connectivity", report.Ladder!.Ladder.Id);
        Assert.Equal((next, tried), (report.Ladder.Next + 1, string.Join(' ', report.Ladder.Tried.Select(i => i + 1))));
    }

    [Fact]
    public async Task Where_all_measures_were_tried_none_is_next()
    {
        var ticket = "Checked the network connection.\nRestarted the sync service.\nDisabled and re-enabled password writeback.\nInstalled the latest release of Azure AD Connect.\nCompared with the symptoms of password writeback.";
        var report = Desk.Examine(new ErrorReport { Message = ticket }, [await LogsOf.AnalyzeAsync(LogsOf.ContentKnowledge, Stopped)]);

        Assert.Null(report.Ladder!.Next);
        Assert.Null(report.Ladder.Procedure);
        Assert.Equal(5, report.Ladder.Tried.Length);
    }

    [Fact]
    public void A_ticket_about_something_else_has_no_ladder()
    {
        var report = Desk.Examine(new ErrorReport { Message = "SSPR_0012 is shown" }, []);

        Assert.Equal((Verdict.Matched, "sspr/sspr-0012"), (report.Classification.Verdict, report.Entries[0].Id));
        Assert.Null(report.Ladder);
        Assert.Equal("", report.Events);
    }

    [Fact]
    public async Task What_the_logs_show_stands_behind_what_answers_the_ticket_and_causes_before_effects()
    {
        var log = await LogsOf.AnalyzeAsync(LogsOf.ContentKnowledge, "PasswordResetStart TrackingId: aa-11\nADPermissionsError TrackingId: aa-11\nPasswordResetFail TrackingId: aa-11\n");
        var matched = Desk.Examine(new ErrorReport { Message = "The page shows SSPR_0030" }, [log]);
        var unknown = Desk.Examine(new ErrorReport { Message = "It does not work" }, [log]);

        Assert.Contains("sspr/33004", matched.Entries.Select(e => e.Id));
        Assert.Equal("sspr/33004 sspr/31003", string.Join(' ', unknown.Entries.Take(2).Select(e => e.Id)));
    }

    [Fact]
    public async Task Names_of_machines_that_a_log_tells_are_masked_wherever_they_stand()
    {
        var log = await LogsOf.AnalyzeAsync(
            LogsOf.ContentKnowledge,
            "<Event><System><Provider Name='PasswordResetService'/><EventID>32002</EventID><Computer>SYNC01.contoso.com</Computer></System><EventData><Data>SYNC01.contoso.com and 10.0.0.4 do not answer anna@contoso.com</Data></EventData></Event>");
        var report = Desk.Examine(new ErrorReport { Message = "sync01.CONTOSO.com is up, says anna@contoso.com" }, [log]);

        Assert.Equal("[machine-1] is up, says [email-1]", report.Ticket);
        Assert.Equal("PasswordResetService Event ID 32002: [machine-1] and [ip-1] do not answer [email-1]\n", report.Events);
    }

    [Fact]
    public async Task Entries_and_measures_are_in_the_language_asked_for()
    {
        var report = Desk.Examine(new ErrorReport { Message = "31016", Locale = LocaleTag.Parse("sv-SE") }, [await LogsOf.AnalyzeAsync(LogsOf.ContentKnowledge, Stopped)]);

        Assert.All(report.Entries, e => Assert.Equal("sv-SE", e.Locale.Value));
        Assert.Equal(("sv-SE", "sv-SE"), (report.Ladder!.Ladder.Locale.Value, report.Ladder.Procedure!.Locale.Value));
    }

    [Fact]
    public void Without_anything_said_or_shown_there_is_nothing_to_examine() =>
        Assert.Throws<ArgumentException>(() => Desk.Examine(new ErrorReport { Message = " " }, ImmutableArray<LogAnalysis>.Empty));
}
