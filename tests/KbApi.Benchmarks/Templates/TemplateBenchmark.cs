using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;
using KbApi.Rules.Redaction;
using KbApi.Rules.Templates;

namespace KbApi.Benchmarks.Templates;

/// <summary>Grouping of messages by template, beside Drain on the same messages in the same run: messages a second, and how right the groups are.</summary>
internal sealed class TemplateBenchmark : IBenchmark
{
    private const double GoalOfDrain = 1;

    public string Name => "templates";

    public string Title => "Templates of messages";

    public string Arguments => "[TEMPLATES…] [PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(45);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var reader = TemplateReader.CreateBuiltIn();
        var words = new WordSource(run.Paths);
        return Task.FromResult<IReadOnlyList<FigureTable>>([.. run.Counts(10, 100, 10_000).Select(templates =>
        {
            var generated = new GeneratedMessages(words, templates, run.Pick(500, 100_000));
            var messages = generated.Messages;
            var (ours, drain, ratio) = PairedTimer.Measure(() => Count(reader, messages), () => Drain(messages), run.Pick(1, 5), run.Pick(0, 4), isOneThread: true);
            var (redact, _, redactRatio) = PairedTimer.Measure(() => Redact(messages), () => Count(reader, messages), run.Pick(1, 3), run.Pick(0, 4), isOneThread: true);
            return new FigureTable($"{Numbers.Count(templates)} templates, {Numbers.Count(messages.Length)} messages of {generated.Chars / messages.Length} characters",
            [
                new("messages to templates, counted")
                {
                    Ours = $"{Numbers.Write(messages.Length / ours.TotalSeconds)} a second",
                    Peer = $"Drain {Numbers.Write(messages.Length / drain.TotalSeconds)} a second",
                    Ratio = ratio,
                    Goal = Goal.AtMost(GoalOfDrain, ratio),
                    Note = "the ratio is of times",
                },
                Accuracy(OursOf(reader, messages), Drain(messages), generated.Truth),
                new("redaction before it") { Ours = $"{Numbers.Write(messages.Length / redact.TotalSeconds)} a second", Peer = "the templates", Ratio = redactRatio },
            ]);
        })]);
    }

    /// <summary>What a counter does: reads the template and looks for its count.</summary>
    private static void Count(TemplateReader reader, string[] messages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> template = stackalloc char[TemplateReader.MostChars];
        foreach (var message in messages)
        {
            var length = reader.Read(message, template);
            lookup.TryGetValue(template[..length], out var count);
            lookup[template[..length]] = count + 1;
        }
    }

    private static void Redact(string[] messages)
    {
        foreach (var message in messages)
        {
            new Redactor().Redact(message);
        }
    }

    private static int[] Drain(string[] messages)
    {
        var drain = new DrainPeer();
        return Array.ConvertAll(messages, drain.Add);
    }

    private static int[] OursOf(TemplateReader reader, string[] messages)
    {
        var templates = Array.ConvertAll(messages, reader.Read);
        var groups = TemplateGrouping.Group(templates.Select(t => new TemplateCount(t, 1)));
        var groupOf = groups.SelectMany((g, i) => g.Members.Select(m => (m.Template.Text, Group: i))).ToDictionary(m => m.Text, m => m.Group, StringComparer.Ordinal);
        return Array.ConvertAll(templates, t => groupOf[t.Text]);
    }

    private static Figure Accuracy(int[] ours, int[] drain, int[] truth)
    {
        var (our, their) = (GroupingQuality.Of(ours, truth), GroupingQuality.Of(drain, truth));
        return new Figure("grouping accuracy")
        {
            Ours = $"{Numbers.Write(our.Accuracy)}, {Numbers.Count(our.Groups)} groups",
            Peer = $"Drain {Numbers.Write(their.Accuracy)}, {Numbers.Count(their.Groups)} groups",
            Goal = Goal.AtLeast(their.Accuracy, our.Accuracy),
            Note = $"messages in mixed groups: {Numbers.Write(our.Mixed * 100)} %, of Drain {Numbers.Write(their.Mixed * 100)} %",
        };
    }
}
