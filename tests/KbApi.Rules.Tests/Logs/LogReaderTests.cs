using System.Globalization;
using System.Text;
using KbApi.Rules.Logs;

namespace KbApi.Rules.Tests.Logs;

public sealed class LogReaderTests
{
    private static readonly DateTimeOffset TenPastTen = new(2026, 3, 1, 10, 10, 5, TimeSpan.Zero);

    private const string EventXml =
        """
        <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='PasswordResetService'/><EventID Qualifiers='0'>31003</EventID>
        <Level>2</Level><TimeCreated SystemTime='2026-03-01T10:10:05.0000000Z'/><Correlation ActivityID='{0F8FAD5B-D9CB-469F-A165-70867728950E}'/><Computer>SYNC01</Computer></System>
        <EventData><Data>Reset &lt;failed&gt;</Data></EventData></Event>
        """;

    [Fact]
    public async Task Event_xml_is_read_inside_a_root_and_one_after_the_other()
    {
        foreach (var text in new[] { "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<Events>" + EventXml + EventXml + "</Events>", EventXml + EventXml })
        {
            var (events, reader) = await LogsOf.ReadAsync(text);

            Assert.Equal(LogFormat.Xml, reader.Format);
            Assert.Equal(2, events.Count);
            Assert.Empty(reader.Diagnostics);
            var record = events[0];
            Assert.Equal(("31003", "PasswordResetService", TenPastTen, true), (record.EventId, record.Source, record.Time, record.HasZone));
            Assert.Equal((EventLevel.Error, "SYNC01", "0f8fad5b-d9cb-469f-a165-70867728950e", "Reset <failed>"), (record.Level, record.Machine, record.TrackingId, record.Message));
        }
    }

    [Theory]
    [InlineData("2025-12-31 23:50:00 a\nDec 31 23:59:58 b\nJan  1 00:10:00 c\n", "2025-12-31 23:50:00", "2025-12-31 23:59:58", "2026-01-01 00:10:00")]
    [InlineData("2026-01-01 00:10:00 a\nDec 31 23:59:58 b\nFeb 29 08:00:00 c\n", "2026-01-01 00:10:00", "2025-12-31 23:59:58", "2024-02-29 08:00:00")]
    [InlineData("Mar  1 10:00:00 host app[7]: a\nMar 11 09:00:00 host app[7]: b\n", "2000-03-01 10:00:00", "2000-03-11 09:00:00")]
    public async Task A_time_without_a_year_is_in_the_year_that_brings_it_closest_to_the_record_before(string text, params string[] times)
    {
        var (events, _) = await LogsOf.ReadAsync(text);

        Assert.Equal(times, events.Select(e => e.Time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)));
        Assert.All(events, e => Assert.False(e.HasZone));
    }

    [Theory]
    [InlineData("Mar  1 10:00:00 a\nMar 11 09:00:00 b\n", "2026-03-15", "2026-03-01", "2026-03-11")]
    [InlineData("Dec 31 23:59:58 a\nJan  1 00:00:03 b\n", "2026-01-02", "2025-12-31", "2026-01-01")]
    [InlineData("Mar  2 01:00:00 a\nMar  2 02:00:00 b\n", "2026-03-01", "2026-03-02", "2026-03-02")]
    [InlineData("Feb 29 08:00:00 a\nFeb 29 09:00:00 b\n", "2026-03-01", "2024-02-29", "2024-02-29")]
    public async Task Before_any_year_a_time_is_in_the_last_that_had_it_when_the_log_was_taken(string text, string takenAt, params string[] days)
    {
        var reader = new LogReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), "test.log", DateTimeOffset.Parse(takenAt + "T12:00:00Z", CultureInfo.InvariantCulture));
        var read = new List<string?>();
        await foreach (var record in reader.ReadAsync())
        {
            read.Add(record.Time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        Assert.Equal(days, read);
    }

    [Theory]
    [InlineData("Mars 1 10:00:00 a")]
    [InlineData("Feb 30 10:00:00 a")]
    [InlineData("May be 10:00:00 a")]
    public async Task What_only_begins_like_a_month_is_no_time(string text) => Assert.Null(Assert.Single((await LogsOf.ReadAsync(text)).Events).Time);

    [Fact]
    public async Task A_rendered_message_goes_before_the_data_that_it_is_made_of()
    {
        var (events, _) = await LogsOf.ReadAsync(EventXml.Replace("</Event>", "<RenderingInfo Culture='sv-SE'><Message>TrackingId: 77aa-1, klart</Message><Level>Fel</Level></RenderingInfo></Event>", StringComparison.Ordinal));

        Assert.Equal("TrackingId: 77aa-1, klart", Assert.Single(events).Message);
        Assert.Equal(EventLevel.Error, events[0].Level);
    }

    [Theory]
    [InlineData("Level,Date and Time,Source,Event ID,Task Category\nError,3/1/2026 10:10:05 AM,PumpService,7003,None,\"It failed.\nTrackingId: ab12-9, \"\"x\"\"\"\n")]
    [InlineData("Nivå,Datum och tid,Källa,Händelse-ID,Aktivitetskategori\nFel,2026-03-01 10:10:05,PumpService,7003,Ingen,\"It failed.\nTrackingId: ab12-9, \"\"x\"\"\"\n")]
    [InlineData("Ebene;Datum und Uhrzeit;Quelle;Ereignis-ID;Aufgabenkategorie\r\nFehler;01.03.2026 10:10:05;PumpService;7003;Keine;\"It failed.\nTrackingId: ab12-9, \"\"x\"\"\"")]
    [InlineData("Niveau,Date et heure,Source,ID de l’événement,Catégorie de la tâche\nErreur,01/03/2026 10:10:05,PumpService,7003,Aucun,\"It failed.\nTrackingId: ab12-9, \"\"x\"\"\"\n")]
    [InlineData("#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\n\"Message\",\"Id\",\"Level\",\"ProviderName\",\"TimeCreated\",\"LevelDisplayName\"\n\"It failed.\nTrackingId: ab12-9, \"\"x\"\"\",\"7003\",\"2\",\"PumpService\",\"2026-03-01 10:10:05\",\"Fel\"\n")]
    public async Task Comma_separated_values_are_read_under_headers_of_any_language(string text)
    {
        var (events, reader) = await LogsOf.ReadAsync(text);

        Assert.Equal(LogFormat.Csv, reader.Format);
        var record = Assert.Single(events);
        Assert.Equal(("7003", "PumpService", TenPastTen, false), (record.EventId, record.Source, record.Time, record.HasZone));
        Assert.Equal((EventLevel.Error, "ab12-9", "It failed.\nTrackingId: ab12-9, \"x\""), (record.Level, record.TrackingId, record.Message));
        Assert.Empty(reader.Diagnostics);
    }

    [Theory]
    [InlineData("{\"TimeCreated\":\"2026-03-01T10:10:05Z\",\"Id\":7003,\"ProviderName\":\"PumpService\",\"Message\":\"It failed\",\"LevelDisplayName\":\"Error\",\"ActivityId\":\"ab12-9\"}")]
    [InlineData("{\"@timestamp\":\"2026-03-01T11:10:05+01:00\",\"winlog\":{\"event_id\":\"7003\",\"provider_name\":\"PumpService\",\"activity_id\":\"{ab12-9}\"},\"log\":{\"level\":\"error\"},\"message\":\"It failed\"}")]
    [InlineData("{\"TimeCreated\":\"/Date(1772359805000)/\",\"EventID\":\"7003\",\"Source\":\"PumpService\",\"level\":2,\"msg\":\"It failed\",\"tags\":[{\"Id\":5}],\"TrackingId\":\"AB12-9\"}")]
    public async Task Json_lines_are_read_whatever_their_writer_calls_things(string line)
    {
        var (events, reader) = await LogsOf.ReadAsync(line + "\n\n" + line);

        Assert.Equal(LogFormat.JsonLines, reader.Format);
        Assert.Equal([1, 3], events.Select(e => e.Line));
        var record = events[1];
        Assert.Equal(("7003", "PumpService", EventLevel.Error, "It failed", "ab12-9"), (record.EventId, record.Source, record.Level, record.Message, record.TrackingId));
        Assert.Equal(TenPastTen, record.Time);
        Assert.True(record.HasZone);
    }

    [Theory]
    [InlineData("2026-03-01T10:10:05Z ERROR Source: PumpService, Event ID: 7003 - It failed, TrackingId: ab12-9\n   at Pump.Fill()\n2026-03-01 10:11 INFO next")]
    [InlineData("[2026-03-01 10:10:05.000] [Fel] source=PumpService händelse-id=7003 spårnings-id=ab12-9\n   at Pump.Fill()\n[2026-03-01 10:11:00] INFO next")]
    [InlineData("Event[0]:\n  Log Name: Application\n  Source: PumpService\n  Date: 2026-03-01T10:10:05.000\n  Event ID: 7003\n  Level: Error\n  Computer: P1\n  Description: \nTrackingId: ab12-9\n   at Pump.Fill()\n\nEvent[1]:\n  Source: Other\n")]
    [InlineData("TimeCreated  : 2026-03-01 10:10:05\nProviderName : PumpService\nId           : 7003\nLevelDisplayName : Error\nMessage      : TrackingId: ab12-9\n   at Pump.Fill()\n\nTimeCreated  : 2026-03-01 10:11:00\nId : 1\n")]
    public async Task Text_is_read_with_times_or_labels(string text)
    {
        var (events, reader) = await LogsOf.ReadAsync(text);

        Assert.Equal(LogFormat.Text, reader.Format);
        Assert.Equal(2, events.Count);
        var record = events[0];
        Assert.Equal(("7003", "PumpService", EventLevel.Error, "ab12-9"), (record.EventId, record.Source, record.Level, record.TrackingId));
        Assert.Equal(TenPastTen, record.Time);
        Assert.EndsWith("at Pump.Fill()", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_may_have_a_name_of_several_words()
    {
        var (events, _) = await LogsOf.ReadAsync("Source: AD Sync Service, Event ID: 904\nsource=Pump event id=7001\nSource: Pump Level: Error");

        Assert.Equal(["AD Sync Service", "Pump", "Pump"], events.Select(e => e.Source));
    }

    [Fact]
    public async Task Lines_without_times_are_a_record_each_and_numbers_in_prose_are_no_codes()
    {
        var (events, _) = await LogsOf.ReadAsync("Event 31003 was seen\nport 31003 is open\nuser id: 31003\n\nHändelse-ID 31016 på servern");

        Assert.Equal([(1, "31003"), (2, null), (3, null), (5, "31016")], events.Select(e => (e.Line, e.EventId)));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public async Task The_encoding_is_told_with_and_without_a_byte_order_mark(string encoding, bool hasMark)
    {
        var of = Encoding.GetEncoding(encoding);
        var text = of.GetBytes("Level,Date and Time,Source,Event ID,Task Category\nError,2026-03-01 10:10:05,Pumpvårdstjänst,7003,None,Tanken är tom\n");
        var (events, reader) = await LogsOf.ReadAsync(new MemoryStream([.. hasMark ? of.GetPreamble() : [], .. text]));

        Assert.Equal("Pumpvårdstjänst", Assert.Single(events).Source);
        Assert.Empty(reader.Diagnostics);
    }

    [Fact]
    public async Task Bytes_of_another_encoding_are_reported_and_the_rest_is_read()
    {
        var (events, reader) = await LogsOf.ReadAsync(new MemoryStream(Encoding.Latin1.GetBytes("{\"EventID\":7003,\"Message\":\"Tanken är tom\"}\n")));

        Assert.Equal("7003", Assert.Single(events).EventId);
        Assert.Equal("KB4023", Assert.Single(reader.Diagnostics).Id);
    }

    [Theory]
    [InlineData("12/31/2026 1:05:09 PM", 12, 31, 13)]
    [InlineData("31/12/2026 13:05:09", 12, 31, 13)]
    [InlineData("31.12.2026 13.05.09", 12, 31, 13)]
    [InlineData("2026/12/31 13:05:09", 12, 31, 13)]
    [InlineData("2026-12-31T13:05:09.1234567", 12, 31, 13)]
    [InlineData("12/31/2026 12:05:09 AM", 12, 31, 0)]
    [InlineData("2/3/2026 12:05:09 PM", 2, 3, 12)]
    [InlineData("02/03/2026 12:05:09", 3, 2, 12)]
    public async Task Dates_are_read_in_the_orders_that_machines_write(string time, int month, int day, int hour)
    {
        var (events, _) = await LogsOf.ReadAsync("{\"Time\":\"" + time + "\"}");

        var read = Assert.Single(events).Time!.Value;
        Assert.Equal((2026, month, day, hour, 5, 9), (read.Year, read.Month, read.Day, read.Hour, read.Minute, read.Second));
    }

    [Theory]
    [InlineData("2026-02-30 10:00:00")]
    [InlineData("2026-13-01 10:00:00")]
    [InlineData("2026-03-01 25:00:00")]
    [InlineData("2026-03-01 10:00:00 +99:00")]
    [InlineData("yesterday")]
    public async Task What_is_no_time_is_none(string time) => Assert.Null(Assert.Single((await LogsOf.ReadAsync("{\"Time\":\"" + time + "\"}")).Events).Time);

    [Fact]
    public async Task A_log_is_read_once()
    {
        var (_, reader) = await LogsOf.ReadAsync("Event 31003");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.ReadAsync().GetAsyncEnumerator().MoveNextAsync());
    }
}
