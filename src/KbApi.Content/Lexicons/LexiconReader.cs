using KbApi.Content.Configuration;

namespace KbApi.Content.Lexicons;

/// <summary>Reads lexicon files and says what is wrong with them.</summary>
internal static class LexiconReader
{
    /// <exception cref="FormatException">The text is no lexicon; the message tells where and why.</exception>
    public static LexiconFile Read(string yaml)
    {
        var file = ConfigurationYaml.Read<LexiconFile>(
            yaml, NameConverter<ColumnRole>(), NameConverter<LabelRole>(), NameConverter<ProblemCue>(), NameConverter<QuantityBound>());
        return file.Language.Length > 0
            ? file
            : throw new FormatException("'language' is missing; give the language's subtag, for example 'language: sv'");
    }

    /// <summary>Reads the names of an enumeration, written in camel case.</summary>
    private static ScalarConverter<TEnum> NameConverter<TEnum>()
        where TEnum : struct, Enum
    {
        var values = Enum.GetValues<TEnum>().ToDictionary(v => NameOf(v.ToString()), StringComparer.Ordinal);
        return new ScalarConverter<TEnum>(name => values.TryGetValue(name, out var value)
            ? value
            : throw new FormatException($"'{name}' is not known; use one of {string.Join(", ", values.Keys)}"));
    }

    private static string NameOf(string member) => char.ToLowerInvariant(member[0]) + member[1..];
}
