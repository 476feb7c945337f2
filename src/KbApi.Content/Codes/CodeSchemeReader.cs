using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KbApi.Content.Codes;

/// <summary>Reads scheme files and says what is wrong with them.</summary>
internal static class CodeSchemeReader
{
    /// <exception cref="FormatException">The text describes no schemes; the message tells where and why.</exception>
    public static ImmutableArray<CodeScheme> Read(string yaml)
    {
        var deserializer = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        try
        {
            return [.. (deserializer.Deserialize<SchemeFile>(yaml)?.Schemes ?? []).Select(ToScheme)];
        }
        catch (YamlException e)
        {
            throw new FormatException($"line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    private static CodeScheme ToScheme(SchemeEntry entry)
    {
        if (entry.Id.Length == 0 || !entry.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new FormatException($"'{entry.Id}' is no scheme id; use lower-case letters, digits and hyphens");
        }

        return new CodeScheme(
            entry.Id,
            entry.Title.Length > 0 ? entry.Title : entry.Id,
            [.. entry.Patterns.Select(CodePattern.Parse)],
            [.. entry.Names],
            entry.Section,
            [.. entry.Groups.Select(g => new CodeGroup(g.From, g.To, g.Source, g.Titles.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase)))]);
    }

    private sealed class SchemeFile
    {
        public List<SchemeEntry> Schemes { get; set; } = [];
    }

    private sealed class SchemeEntry
    {
        public string Id { get; set; } = "";

        public string Title { get; set; } = "";

        public List<string> Patterns { get; set; } = [];

        public List<string> Names { get; set; } = [];

        public string? Section { get; set; }

        public List<GroupEntry> Groups { get; set; } = [];
    }

    private sealed class GroupEntry
    {
        public long From { get; set; }

        public long To { get; set; }

        public string? Source { get; set; }

        public Dictionary<string, string> Titles { get; set; } = [];
    }
}
