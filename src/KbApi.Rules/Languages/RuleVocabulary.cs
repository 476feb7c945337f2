using System.Collections.Immutable;
using System.Reflection;
using KbApi.Content.Configuration;
using KbApi.Content.Model;

namespace KbApi.Rules.Languages;

/// <summary>The words that rules look for, by language: those that come with the library, and those that stand beside the content. Immutable.</summary>
public sealed class RuleVocabulary
{
    private const string ResourcePrefix = "KbApi.Rules.Languages.Data.";

    private readonly ImmutableSortedDictionary<string, LanguageWords> _byLanguage;

    private RuleVocabulary(ImmutableSortedDictionary<string, LanguageWords> byLanguage) => _byLanguage = byLanguage;

    /// <summary>The languages that something is known of, as primary subtags of BCP 47, in ordinal order.</summary>
    public IEnumerable<string> Languages => _byLanguage.Keys;

    /// <summary>The words that come with the library.</summary>
    public static RuleVocabulary BuiltIn { get; } = LoadBuiltIn();

    private static RuleVocabulary LoadBuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var vocabulary = new RuleVocabulary(ImmutableSortedDictionary.Create<string, LanguageWords>(StringComparer.Ordinal));
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            vocabulary = vocabulary.With(reader.ReadToEnd());
        }

        return vocabulary;
    }

    /// <summary>These words and those of one more language file, which go first.</summary>
    /// <param name="yaml">A file in the form of the built-in ones.</param>
    /// <exception cref="FormatException">The text is no such file; the message tells where and why.</exception>
    public RuleVocabulary With(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        return With(ConfigurationYaml.Read<VocabularyFile>(yaml));
    }

    internal RuleVocabulary With(VocabularyFile file)
    {
        var (language, words) = file.Read();
        return new RuleVocabulary(_byLanguage.SetItem(language, _byLanguage.GetValueOrDefault(language, LanguageWords.None).With(words)));
    }

    /// <summary>What tools have put together, of every language: such words are left in translations, too.</summary>
    internal IEnumerable<(string Seen, string Meant)> Glue => _byLanguage.Values.SelectMany(w => w.Glue);

    /// <summary>Words that negate, of every language.</summary>
    internal IEnumerable<string> Negations => _byLanguage.Values.SelectMany(w => w.Negations);

    internal LanguageWords Of(LocaleTag locale) => _byLanguage.GetValueOrDefault(locale.Language, LanguageWords.None);
}
