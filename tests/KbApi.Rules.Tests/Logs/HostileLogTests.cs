using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;
using KbApi.Rules.Logs;

namespace KbApi.Rules.Tests.Logs;

public sealed class HostileLogTests
{
    private const string Good = "<Event><System><EventID>31003</EventID></System></Event>";

    [Fact]
    public async Task A_broken_record_of_xml_takes_no_other_with_it()
    {
        var (events, reader) = await LogsOf.ReadAsync(
            $"<Events>\n{Good}\n<Event><System><EventID>1</EventID></Sys></Event>\n{Good}\n<Event><System><EventID>2\n{Good}\n<Event>&bomb;</Event>\n{Good}\n<Event><Sys");

        Assert.Equal([2, 4, 6, 8], events.Select(e => e.Line));
        Assert.Equal([("KB4020", 3), ("KB4020", 5), ("KB4020", 7), ("KB4020", 9)], reader.Diagnostics.Select(d => (d.Id, d.Location.Start.Line + 1)));
        Assert.Equal((4, 4), (reader.Records, reader.BrokenRecords));
    }

    [Fact]
    public async Task A_document_type_is_refused_and_nothing_behind_it_is_read()
    {
        var (events, reader) = await LogsOf.ReadAsync("<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"<Event><System><EventID>1</EventID></System></Event>\"><!ENTITY b \"&a;&a;&a;\">]>\n<Events>" + Good + "</Events>");

        Assert.Empty(events);
        Assert.True(reader.IsRefused);
        Assert.Equal(("KB4022", 1), (Assert.Single(reader.Diagnostics).Id, reader.Diagnostics[0].Location.Start.Line));
    }

    [Fact]
    public async Task What_is_written_as_a_comment_or_as_cdata_is_no_event()
    {
        var (events, reader) = await LogsOf.ReadAsync(
            "<Events><!-- <!DOCTYPE x> " + Good + new string(' ', 400_000) + Good + " -->" + "<Event><EventData><Data><![CDATA[</Event><Event>]]></Data></EventData></Event></Events>");

        Assert.Equal("</Event><Event>", Assert.Single(events).Message);
        Assert.Empty(reader.Diagnostics);
    }

    [Theory]
    [InlineData("{\"EventID\":7003,\"Message\":\"", "\"}\n{\"EventID\":7001}\n")]
    [InlineData("2026-03-01 10:00:00 Event ID: 7003 ", "\n2026-03-01 10:00:01 Event ID: 7001\n")]
    [InlineData("<Event><EventData><Data>", "</Data></EventData></Event>\n<Event><System><EventID>7001</EventID></System></Event>\n")]
    [InlineData("Source,Event ID\na,\"", "\"\na,7001\n")]
    public async Task A_record_longer_than_any_is_reported_and_left_out(string before, string after)
    {
        foreach (var length in new[] { LogLimits.RecordLength + 1, 3_000_000 })
        {
            var (events, reader) = await LogsOf.ReadAsync(before + new string('x', length) + after);

            Assert.Equal("7001", Assert.Single(events).EventId);
            Assert.Equal("KB4021", Assert.Single(reader.Diagnostics).Id);
        }
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_takes_one_line_with_it()
    {
        var (events, reader) = await LogsOf.ReadAsync("Source,Event ID\na,7001\nb,\"7002\nc,7003\n");

        Assert.Equal(["7001", "7003"], events.Select(e => e.EventId));
        Assert.Equal(("KB4020", 3), (Assert.Single(reader.Diagnostics).Id, reader.Diagnostics[0].Location.Start.Line + 1));
    }

    [Theory]
    [InlineData("{\"EventID\":7001}\nnothing\n[1]\n{\"a\":\n{\"EventID\":7002}{}\n{\"EventID\":\"\\ud800\"}\n{\"EventID\":7003}\n", 5)]
    public async Task Lines_that_are_no_json_are_reported(string text, int broken)
    {
        var (events, reader) = await LogsOf.ReadAsync(text);

        Assert.Equal(["7001", "7003"], events.Select(e => e.EventId));
        Assert.Equal(broken, reader.Diagnostics.Count(d => d.Id == "KB4020"));
    }

    [Fact]
    public async Task Json_nested_without_end_is_a_broken_record() =>
        Assert.Equal("KB4020", Assert.Single((await LogsOf.ReadAsync("{\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", 5000)))).Reader.Diagnostics).Id);

    [Fact]
    public async Task What_is_no_text_is_refused()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("a.evtx").Open();
            await entry.WriteAsync(Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7919 >> 3)).ToArray());
        }

        foreach (var bytes in new[] { zip.ToArray(), [.. "ElfFile\0"u8, 0, 0, 0, 1], [0xFF, 0xFE, 0, 0, 1, 0, 0, 0] })
        {
            var (events, reader) = await LogsOf.ReadAsync(new MemoryStream(bytes));

            Assert.Empty(events);
            Assert.True(reader.IsRefused);
            Assert.Equal("KB4022", Assert.Single(reader.Diagnostics).Id);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("\uFEFF")]
    public async Task An_empty_log_has_no_events_and_no_findings(string text)
    {
        var (events, reader) = await LogsOf.ReadAsync(text);

        Assert.Empty(events);
        Assert.Empty(reader.Diagnostics);
    }

    [Fact]
    public async Task Of_many_problems_the_first_are_listed_and_the_others_counted()
    {
        var analysis = await LogsOf.AnalyzeAsync(LogsOf.PumpKnowledge, "{\"a\":1}\n" + string.Concat(Enumerable.Repeat("{]\n", 1000)));

        Assert.Equal(LogLimits.FindingsOfAKind, analysis.Findings.Count(f => f.Diagnostic.Id == "KB4020"));
        Assert.Equal("KB4020 was found 1000 ×; the first 200 are listed.", LogsOf.Lines(analysis).Single(l => l.StartsWith("KB4024", StringComparison.Ordinal)).Split(": ", 2)[1]);
        Assert.Equal(1000, analysis.BrokenRecords);
    }

    [Theory]
    [InlineData("<Event>")]
    [InlineData("<Event></Event")]
    [InlineData("<!--")]
    [InlineData("<Event><![CDATA[")]
    [InlineData("\"\"\"\n")]
    [InlineData("Source,Event ID\n\"a\n\"\"\",")]
    [InlineData("{\"a\":[")]
    [InlineData("Event ID: : : = Event ")]
    [InlineData("TrackingId: TrackingId= Tracking ID ")]
    [InlineData("2026-03-01 10:00:00 ")]
    [InlineData("/Date(99999999999999999999)/,")]
    [SuppressMessage("Design", "MA0051", Justification = "One list.")]
    public async Task Repeated_beginnings_are_read_in_bounded_memory(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_500_000 / piece.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (_, reader) = await LogsOf.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.InRange(reader.BytesRead, 1_400_000, 1_600_000);
        Assert.True(reader.Diagnostics.Length <= LogLimits.FindingsOfAKind * 2);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000_000);
    }
}
