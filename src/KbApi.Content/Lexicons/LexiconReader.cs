using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KbApi.Content.Lexicons;

/// <summary>Reads lexicon files and says what is wrong with them.</summary>
internal static class LexiconReader
{
    /// <exception cref="FormatException">The text is no lexicon; the message tells where and why.</exception>
    public static LexiconFile Read(string yaml)
    {
        var deserializer = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        LexiconFile file;
        try
        {
            file = deserializer.Deserialize<LexiconFile>(yaml) ?? new LexiconFile();
        }
        catch (YamlException e)
        {
            throw new FormatException($"line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }

        if (file.Language.Length == 0)
        {
            throw new FormatException("'language' is missing; give the language's subtag, for example 'language: sv'");
        }

        CheckRoles<ColumnRole>(file.Headers.Keys, "headers");
        CheckRoles<LabelRole>(file.Labels.Keys, "labels");
        CheckNames(file.Bounds.Keys, "bounds", ["atMost", "atLeast", "every"]);
        return file;
    }

    private static void CheckRoles<TRole>(IEnumerable<string> names, string key)
        where TRole : struct, Enum =>
        CheckNames(names, key, [.. Enum.GetNames<TRole>().Select(n => char.ToLowerInvariant(n[0]) + n[1..])]);

    private static void CheckNames(IEnumerable<string> names, string key, string[] known)
    {
        if (names.FirstOrDefault(n => !known.Contains(n, StringComparer.Ordinal)) is { } unknown)
        {
            throw new FormatException($"'{key}.{unknown}' is not known; use one of {string.Join(", ", known)}");
        }
    }
}
