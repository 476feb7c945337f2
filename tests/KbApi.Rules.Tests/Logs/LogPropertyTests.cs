using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KbApi.Rules.Logs;

namespace KbApi.Rules.Tests.Logs;

public sealed class LogPropertyTests
{
    private static readonly string[] Samples =
    [
        "<Events>\n<Event><System><Provider Name='PumpService'/><EventID>7001</EventID></System><EventData><Data>é 🚰 x</Data></EventData></Event>\n<Event><bad></Event><!-- c --><Event><System><EventID>7002</EventID></System></Event></Events>",
        "Level,Date and Time,Source,Event ID,Task Category\r\nError,2026-03-01 10:10:05,PumpService,7003,None,\"å\r\nTrackingId: ab12-9, \"\"x\"\"\"\r\nError,2026-03-01 10:11:05,PumpService,7003,None,\"never closed\r\nlast,2026-03-01 10:12:05,PumpService,7001\r\n",
        "{\"EventID\":7001,\"Message\":\"ä\"}\n{broken\n{\"EventID\":7002}\n\n{\"EventID\":7003}",
        "2026-03-01T10:10:05Z ERROR Source: PumpService, Event ID: 7003\n   at Pump.Fill()\n2026-03-01 10:11 INFO Händelse-ID 7001\n",
    ];

    [SeededProperty(MaxTest = 300)]
    public bool It_does_not_matter_in_which_pieces_a_log_comes(byte sample, bool isUtf16, PositiveInt size)
    {
        var text = string.Concat(Enumerable.Repeat(Samples[sample % Samples.Length], 3));
        byte[] bytes = isUtf16 ? [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)] : Encoding.UTF8.GetBytes(text);
        var whole = Read(new MemoryStream(bytes));
        var pieces = Read(new PieceStream(bytes, size.Get));

        return whole.Events.SequenceEqual(pieces.Events) && whole.Problems.SequenceEqual(pieces.Problems) && whole.Events.Count > 0;
    }

    [Theory]
    [InlineData(3, 9, 26)]
    public void Nor_where_the_next_record_has_only_begun(byte kind, int size, sbyte difference) =>
        Assert.True(Nor_does_it_for_records_about_as_long_as_they_may_be(kind, PositiveInt.NewPositiveInt(size), difference));

    [SeededProperty(MaxTest = 40)]
    public bool Nor_does_it_for_records_about_as_long_as_they_may_be(byte kind, PositiveInt size, sbyte difference)
    {
        var filler = new string('x', LogLimits.RecordLength - 50 + difference);
        var text = (kind % 6) switch
        {
            0 => $"{{\"Message\":\"{filler}\"}}\n{{\"EventID\":7002}}\n",
            1 => $"<Event><Data>{filler}</Data></Event><Event><System><EventID>7002</EventID></System></Event>",
            2 => $"Source,Event ID,Message\na,7001,\"{filler}\n1\n2\"\nb,7002,c\n",
            3 => $"2026-03-01 10:00:00 first\n2026-03-01 10:00:00 {filler}\n2026-03-01 10:00:01 Event ID: 7002\n",
            4 => $"2026-03-01 10:00:00 first\n   {filler}\n2026-03-01 10:00:01 Event ID: 7002\n",
            _ => $"2026-03-01 10:00:00 {filler}\n2026-03-01 10:00:01 Event ID: 7002\n",
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        var whole = Read(new MemoryStream(bytes));
        var pieces = Read(new PieceStream(bytes, 1000 + (size.Get * 97)));

        return whole.Events.SequenceEqual(pieces.Events) && whole.Problems.SequenceEqual(pieces.Problems) && whole.Events.Any(e => e.EventId == "7002");
    }

    [SeededProperty(MaxTest = 300)]
    public Property Operations_that_have_nothing_to_do_with_each_other_may_be_written_in_any_order()
    {
        // Each operation is a start, perhaps an error, perhaps an outcome, under an id of its own; their events are merged in any way.
        var operation = Gen.Elements("7001 7002", "7001 7003", "7001 7040 7003", "7001", "7040");
        var logs = operation.NonEmptyListOf().Select(l => l.Take(12).Select((codes, i) => codes.Split(' ').Select(c => $"{c} id-{i}").ToArray()).ToArray());
        return Prop.ForAll(logs.ToArbitrary(), ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (operations, left, right) =>
            Findings(Merge(operations, left)).SequenceEqual(Findings(Merge(operations, right))));
    }

    [SeededProperty(MaxTest = 300)]
    public bool Any_text_is_a_log(NonNull<string> text, byte sample)
    {
        var start = Samples[sample % Samples.Length];
        var (events, problems) = Read(new MemoryStream(Encoding.UTF8.GetBytes(start[..(start.Length / 2)] + text.Get + start[(start.Length / 2)..])));

        return events.All(e => e.Line > 0) && problems.All(p => p.Line > 0);
    }

    /// <summary>All events at one time, so that only their order differs; a day later another, so that what is open is late.</summary>
    private static string[] Merge(string[][] operations, int seed)
    {
        var random = new System.Random(seed);
        var queues = operations.Select(o => new Queue<string>(o)).ToList();
        var lines = new List<string>();
        while (queues.Count > 0)
        {
            var queue = queues[random.Next(queues.Count)];
            lines.Add("0 " + queue.Dequeue());
            queues.RemoveAll(q => q.Count == 0);
        }

        return [.. lines, "2000 7010"];
    }

    private static IEnumerable<string> Findings(string[] lines)
    {
        var analysis = LogsOf.PumpsAsync(lines).GetAwaiter().GetResult();
        return analysis.Findings
            .Select(f => $"{f.Diagnostic.Id} {f.Count} {f.TrackingId} {string.Join(',', f.Entries)} {f.From:O} {f.To:O}")
            .Append(string.Join(';', analysis.Operations))
            .Order(StringComparer.Ordinal);
    }

    private static (List<LogEvent> Events, List<(string Id, int Line)> Problems) Read(Stream stream)
    {
        var (events, reader) = LogsOf.ReadAsync(stream).GetAwaiter().GetResult();
        return (events, [.. reader.Diagnostics.Select(d => (d.Id, d.Location.Start.Line + 1))]);
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class PieceStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, size)], cancellationToken);
    }
}
