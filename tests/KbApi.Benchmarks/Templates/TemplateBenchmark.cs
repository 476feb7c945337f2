using System.Globalization;
using KbApi.Benchmarks.Search;
using KbApi.Rules.Redaction;
using KbApi.Rules.Templates;

namespace KbApi.Benchmarks.Templates;

/// <summary>Grouping of messages by template, beside Drain on the same messages in the same run: messages a second, and how right the groups are.</summary>
internal static class TemplateBenchmark
{
    private const int Messages = 100_000;
    private const int Rounds = 5;

    public static void Run(IReadOnlyCollection<string> paths, TextWriter output)
    {
        var reader = TemplateReader.CreateBuiltIn();
        var words = new WordSource(paths);
        foreach (var templates in (int[])[100, 10_000])
        {
            var generated = new GeneratedMessages(words, templates, Messages);
            var redact = PairedTimer.Measure(() => Redact(generated.Messages), () => Count(reader, generated.Messages), 3);
            var (ours, drain, ratio) = PairedTimer.Measure(() => Count(reader, generated.Messages), () => Drain(generated.Messages), Rounds);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{templates,6} templates, {Messages} messages of {generated.Chars / (double)Messages:F0} characters; medians of {Rounds} rounds"));
            Show(output, "templates", ours, OursOf(reader, generated.Messages), generated.Truth);
            Show(output, "Drain", drain, Drain(generated.Messages), generated.Truth);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  time of ours / time of Drain {ratio:F2}; redaction before it takes {redact.Ratio:F2} of its time"));
        }
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

    /// <summary>Grouping accuracy, as it is measured in the literature: the share of messages whose group holds the messages of their template and no others.</summary>
    private static void Show(TextWriter output, string name, TimeSpan time, int[] groups, int[] truth)
    {
        var sizes = truth.CountBy(t => t).ToDictionary();
        var byGroup = groups.Zip(truth).GroupBy(p => p.First, p => p.Second).Select(g => g.CountBy(t => t).ToList()).ToList();
        var right = byGroup.Where(g => g.Count == 1 && sizes[g[0].Key] == g[0].Value).Sum(g => g[0].Value);
        var mixed = byGroup.Where(g => g.Count > 1).Sum(g => g.Sum(t => t.Value));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-10} {truth.Length / time.TotalSeconds,9:N0} messages/s   {byGroup.Count,6} groups   grouping accuracy {right / (double)truth.Length:F3}   in mixed groups {mixed / (double)truth.Length:F3}"));
    }
}
