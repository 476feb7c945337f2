using System.Globalization;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Telemetry;

/// <summary>What <c>/metrics</c> says, as Prometheus reads it.</summary>
internal sealed class Scrape(string text)
{
    private readonly List<(string Name, string Labels, double Value)> _samples =
    [
        .. text.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(Parse),
    ];

    /// <summary>The names of all series.</summary>
    public IReadOnlySet<string> Names => _samples.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many series there are.</summary>
    public int Count => _samples.Count;

    public static async Task<Scrape> OfAsync(ServerProcess server) => new(await server.Client.GetStringAsync("/metrics"));

    /// <summary>The value of the only series that has a name and some labels.</summary>
    public double this[string name, params string[] labels] =>
        Assert.Single(_samples, s => s.Name == name && labels.All(l => s.Labels.Contains(l, StringComparison.Ordinal))).Value;

    /// <summary>The labels of all series of a name.</summary>
    public IEnumerable<string> LabelsOf(string name) => _samples.Where(s => s.Name == name).Select(s => s.Labels);

    private static (string Name, string Labels, double Value) Parse(string line)
    {
        var brace = line.IndexOf('{', StringComparison.Ordinal);
        var end = brace < 0 ? line.IndexOf(' ', StringComparison.Ordinal) : line.LastIndexOf('}') + 1;
        var value = line[end..].Trim().Split(' ')[0];
        return (line[..(brace < 0 ? end : brace)], brace < 0 ? "" : line[brace..end], double.Parse(value.Replace("+Inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture));
    }
}
