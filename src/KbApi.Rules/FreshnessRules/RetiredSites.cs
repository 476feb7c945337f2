using System.Collections.Frozen;
using System.Reflection;
using KbApi.Content.Configuration;

namespace KbApi.Rules.FreshnessRules;

/// <summary>Hosts that answer no more, or lead to a page that says so. Data.</summary>
internal sealed class RetiredSites
{
    private const string Resource = "KbApi.Rules.FreshnessRules.retired-sites.yaml";

    private readonly FrozenSet<string> _hosts;

    private RetiredSites(IEnumerable<string> hosts) => _hosts = hosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static RetiredSites BuiltIn { get; } = Load();

    /// <summary>The site that a host belongs to, itself or one above it, or null.</summary>
    public string? Find(string host)
    {
        for (var rest = host; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_hosts.TryGetValue(rest, out var site))
            {
                return site;
            }
        }

        return null;
    }

    private static RetiredSites Load()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        return new RetiredSites(ConfigurationYaml.Read<SitesFile>(reader.ReadToEnd()).Hosts);
    }

    internal sealed class SitesFile
    {
        public List<string> Hosts { get; set; } = [];
    }
}
