using System.Globalization;
using System.Text;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Logs;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Logs;

/// <summary>Logs that tests write, and what is read of them.</summary>
internal static class LogsOf
{
    /// <summary>A document of a pump with an operation, a service, a sign of life, a warning that may repeat and an error.</summary>
    private const string Pumps =
        """
        # Pump events

        ## Source of event is PumpService

        | Code | Name | Description | Resolution |
        | --- | --- | --- | --- |
        | 7001 | FillTankStart | Filling has begun. It takes up to 2 minutes. | |
        | 7002 | FillTankSuccess | The tank is full. | |
        | 7003 | FillTankFail | An error occurred: the tank could not be filled. | Check the valve. |
        | 7010 | PumpServiceStarted | The pump service is running. | |
        | 7011 | PumpServiceStopped | The pump service has stopped. | Start it. |
        | 7020 | PumpAlive | A heartbeat that the pump service writes every 5 minutes. | |
        | 7030 | PressureWarning | This matters only when the event is repeated many times. | Check the pressure. |
        | 7040 | ValveError | An error occurred: the valve is stuck. | Oil the valve. |
        """;

    private static readonly Lazy<LogKnowledge> OfPumps = new(() => Knowledge(Documents.Load(("en-US/pumps.md", Pumps))));
    private static readonly Lazy<LogKnowledge> OfContent = new(() => LogKnowledge.Create(Classifiers.Content, Classifiers.ForContent));

    public static LogKnowledge PumpKnowledge => OfPumps.Value;

    public static LogKnowledge ContentKnowledge => OfContent.Value;

    public static LogKnowledge Knowledge(KnowledgeBase knowledgeBase) => LogKnowledge.Create(knowledgeBase, ReportClassifier.Create(knowledgeBase));

    public static async Task<(List<LogEvent> Events, LogReader Reader)> ReadAsync(Stream stream)
    {
        var reader = new LogReader(stream, "test.log");
        var events = new List<LogEvent>();
        await foreach (var record in reader.ReadAsync())
        {
            events.Add(record);
        }

        return (events, reader);
    }

    public static Task<(List<LogEvent> Events, LogReader Reader)> ReadAsync(string text, Encoding? encoding = null) =>
        ReadAsync(new MemoryStream([.. (encoding ?? Encoding.UTF8).GetPreamble().Take(encoding is null ? 0 : 4), .. (encoding ?? Encoding.UTF8).GetBytes(text)]));

    /// <summary>What the pump's log tells.</summary>
    /// <param name="lines">Events as <c>minute code [tracking id]</c>, or any text.</param>
    public static Task<LogAnalysis> PumpsAsync(params string[] lines) =>
        AnalyzeAsync(PumpKnowledge, string.Join('\n', lines.Select(Line)));

    public static Task<LogAnalysis> AnalyzeAsync(LogKnowledge knowledge, string text) =>
        new LogAnalyzer(knowledge).AnalyzeAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "test.log");

    /// <summary>The findings as one line each: id, line, count, message.</summary>
    public static IEnumerable<string> Lines(LogAnalysis analysis, string culture = "en-US") => analysis.Findings.Select(f =>
        $"{f.Diagnostic.Id} line {f.Diagnostic.Location.Start.Line + 1} ×{f.Count}: {f.Diagnostic.GetMessage(CultureInfo.GetCultureInfo(culture))}");

    private static string Line(string text)
    {
        var parts = text.Split(' ', 3);
        return double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var minute)
            ? $"{new DateTime(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc).AddMinutes(minute):yyyy-MM-dd'T'HH:mm:ss'Z'} Source: PumpService, Event ID: {parts[1]}{(parts.Length > 2 ? ", TrackingId: " + parts[2] : "")}"
            : text;
    }
}
