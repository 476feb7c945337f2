namespace KbApi.Benchmarks.Templates;

/// <summary>How right groups of messages are.</summary>
/// <param name="Accuracy">
/// Grouping accuracy, as it is measured in the literature: the share of messages whose group holds the messages of their template and no others.
/// </param>
/// <param name="Mixed">The share of messages whose group holds messages of several templates.</param>
/// <param name="Groups">How many groups there are.</param>
internal readonly record struct GroupingQuality(double Accuracy, double Mixed, int Groups)
{
    /// <param name="groups">The group of each message.</param>
    /// <param name="truth">The template of each message.</param>
    public static GroupingQuality Of(int[] groups, int[] truth)
    {
        var sizes = truth.CountBy(t => t).ToDictionary();
        var byGroup = groups.Zip(truth).GroupBy(p => p.First, p => p.Second).Select(g => g.CountBy(t => t).ToList()).ToList();
        var right = byGroup.Where(g => g.Count == 1 && sizes[g[0].Key] == g[0].Value).Sum(g => g[0].Value);
        var mixed = byGroup.Where(g => g.Count > 1).Sum(g => g.Sum(t => t.Value));
        return new GroupingQuality(right / (double)truth.Length, mixed / (double)truth.Length, byGroup.Count);
    }
}
