using System.Collections.Immutable;
using System.Globalization;
using KbApi.Reports.Gaps;
using KbApi.Reports.Model;
using KbApi.Rules.Templates;

namespace KbApi.Reports.Insights;

/// <summary>Makes gaps of what was counted and of the reports that no entry answers. What is asked most comes first.</summary>
public static class GapList
{
    private const int MostKeys = 20;

    /// <summary>The gaps.</summary>
    /// <param name="counts">What was counted.</param>
    /// <param name="unclassified">Reports that no entry answers.</param>
    /// <param name="reader">Reads templates.</param>
    public static ImmutableArray<Gap> Create(GapCounts counts, IEnumerable<StoredReport> unclassified, GapReader reader)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(unclassified);
        ArgumentNullException.ThrowIfNull(reader);
        var asked = counts.Gaps.Where(g => g.Count > 0).SelectMany(OfCounted).Concat(unclassified.Select(r => OfReport(r, reader)));
        return [.. asked.GroupBy(a => a.Kind).SelectMany(kind => Group(kind.Key, [.. kind], reader)).OrderByDescending(g => g.Count).ThenBy(g => g.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<Gap> Group(GapKind kind, List<Asked> asked, GapReader reader)
    {
        var byTemplate = asked.ToLookup(a => a.Template, StringComparer.Ordinal);
        var groups = kind == GapKind.UnknownCode
            ? byTemplate.Select(t => (Text: t.Key, Members: (IEnumerable<string>)[t.Key]))
            : TemplateGrouping.Group(byTemplate.Select(t => new TemplateCount(reader.ReadTemplate(t.Key), 1))).Select(g => (g.Template.Text, g.Members.Select(m => m.Template.Text)));
        foreach (var (text, members) in groups)
        {
            var all = members.SelectMany(m => byTemplate[m]).ToList();
            if (all.Count > 0)
            {
                yield return Gap(kind, text, all);
            }
        }
    }

    private static Gap Gap(GapKind kind, string template, List<Asked> all)
    {
        var id = GapId.Of(kind, template);
        return new Gap
        {
            Id = id,
            Kind = kind,
            Template = template,
            Aliases = [.. all.Select(a => GapId.Of(kind, a.Template)).Where(a => a != id).Distinct().Order(StringComparer.Ordinal)],
            Count = all.Sum(a => a.Count),
            First = all.Min(a => a.First),
            Last = all.Max(a => a.Last),
            Days = [.. CountBy(all, a => a.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).OrderBy(d => d.Key, StringComparer.Ordinal)],
            Locales = [.. Frequent(CountBy(all, a => a.Locale ?? ""))],
            Products = [.. Frequent(CountBy(all.Where(a => a.Product is not null), a => a.Product!))],
            Examples = [.. all.SelectMany(a => a.Examples).Distinct(StringComparer.Ordinal).Take(GapLimits.MaxExamples)],
        };
    }

    private static IEnumerable<GapCount> CountBy(IEnumerable<Asked> all, Func<Asked, string> keyOf) =>
        all.GroupBy(keyOf, StringComparer.Ordinal).Select(g => new GapCount(g.Key, g.Sum(a => a.Count)));

    private static IEnumerable<GapCount> Frequent(IEnumerable<GapCount> counts) =>
        counts.OrderByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostKeys);

    private static IEnumerable<Asked> OfCounted(CountedGap gap) =>
        gap.Days.Select(d => new Asked(gap.Kind, gap.Template, d.Count, d.Day, gap.First, gap.Last, d.Locale, Product: null, gap.Examples));

    private static Asked OfReport(StoredReport report, GapReader reader)
    {
        var read = reader.ReadReport(report.Content.Message, report.Content.Code);
        return new Asked(
            GapKind.UnclassifiedReport,
            read.Template,
            1,
            DateOnly.FromDateTime(report.ReceivedAt.UtcDateTime),
            report.ReceivedAt,
            report.ReceivedAt,
            report.Content.Locale,
            report.Content.Product,
            [read.Example]);
    }

    private sealed record Asked(
        GapKind Kind, string Template, long Count, DateOnly Day, DateTimeOffset First, DateTimeOffset Last, string? Locale, string? Product, ImmutableArray<string> Examples);
}
