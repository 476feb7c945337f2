using System.Collections.Immutable;
using KbApi.Content.Configuration;

namespace KbApi.Content.Codes;

/// <summary>Reads scheme files and says what is wrong with them.</summary>
internal static class CodeSchemeReader
{
    /// <exception cref="FormatException">The text describes no schemes; the message tells where and why.</exception>
    public static ImmutableArray<CodeScheme> Read(string yaml)
    {
        var file = ConfigurationYaml.Read<SchemeFile>(yaml, new ScalarConverter<CodePattern>(CodePattern.Parse), new ScalarConverter<SchemeId>(SchemeId.Parse));
        return [.. file.Schemes.Select(ToScheme)];
    }

    private static CodeScheme ToScheme(SchemeEntry? entry)
    {
        if (entry?.Id.Value is not { } id)
        {
            throw new FormatException("a scheme has no 'id'; give it one of lower-case letters, digits and hyphens");
        }

        return new CodeScheme(
            id,
            entry.Title ?? id,
            [.. entry.Patterns],
            [.. entry.Names],
            entry.Section,
            [.. entry.Groups.Select(ToGroup)]);
    }

    private static CodeGroup ToGroup(GroupEntry? group) => group is null
        ? throw new FormatException("a group is empty; give it 'from' and 'to'")
        : new CodeGroup(group.From, group.To, group.Source, group.Titles.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));

    private readonly record struct SchemeId(string? Value)
    {
        public static SchemeId Parse(string text) => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? new SchemeId(text)
            : throw new FormatException($"'{text}' is no scheme id; use lower-case letters, digits and hyphens");
    }

    private sealed class SchemeFile
    {
        public List<SchemeEntry?> Schemes { get; set; } = [];
    }

    private sealed class SchemeEntry
    {
        public SchemeId Id { get; set; }

        public string? Title { get; set; }

        public List<CodePattern> Patterns { get; set; } = [];

        public List<string> Names { get; set; } = [];

        public string? Section { get; set; }

        public List<GroupEntry?> Groups { get; set; } = [];
    }

    private sealed class GroupEntry
    {
        public long From { get; set; }

        public long To { get; set; }

        public string? Source { get; set; }

        public Dictionary<string, string> Titles { get; set; } = [];
    }
}
