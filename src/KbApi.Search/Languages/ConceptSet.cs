using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using YamlDotNet.Serialization;

namespace KbApi.Search.Languages;

/// <summary>What help desks talk about, in many languages: which words say the same. Data: a file a language.</summary>
internal sealed class ConceptSet
{
    private const string Folder = ".Languages.Data.";

    /// <summary>The name under which a file lists words that tell nothing.</summary>
    private const string Ignored = "ignored";

    private readonly FrozenDictionary<string, ImmutableSortedDictionary<string, ImmutableArray<string>>> _byLanguage;

    private ConceptSet(IEnumerable<KeyValuePair<string, ImmutableSortedDictionary<string, ImmutableArray<string>>>> byLanguage) =>
        _byLanguage = byLanguage.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The languages that there are words of, in ordinal order.</summary>
    public IEnumerable<string> Languages => _byLanguage.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether there are words of a language.</summary>
    public bool Has(string language) => _byLanguage.ContainsKey(language);

    /// <summary>The concepts of a language, each with the words for it.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Of(string language) =>
        _byLanguage.GetValueOrDefault(language)?.Remove(Ignored) ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Words that people put into questions and that tell nothing of what they ask.</summary>
    public ImmutableArray<string> IgnoredIn(string language) => _byLanguage.GetValueOrDefault(language)?.GetValueOrDefault(Ignored, []) ?? [];

    public static ConceptSet LoadBuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var deserializer = new DeserializerBuilder().Build();
        return new ConceptSet(assembly.GetManifestResourceNames()
            .Where(n => n.Contains(Folder, StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var concepts = deserializer.Deserialize<Dictionary<string, List<string>>>(reader);
                return KeyValuePair.Create(
                    name.Split('.')[^2],
                    concepts.ToImmutableSortedDictionary(c => c.Key, c => c.Value.ToImmutableArray(), StringComparer.Ordinal));
            }));
    }
}
