using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KbApi.Search.Languages;

/// <summary>What help desks talk about, in many languages: which words say the same. Data: a file a language, read when the language is first asked for.</summary>
internal sealed class ConceptSet
{
    private const string Folder = ".Languages.Data.";

    /// <summary>The name under which a file lists words that tell nothing.</summary>
    private const string Ignored = "ignored";

    private readonly FrozenDictionary<string, Lazy<ImmutableSortedDictionary<string, ImmutableArray<string>>>> _byLanguage;

    private ConceptSet(IEnumerable<KeyValuePair<string, Lazy<ImmutableSortedDictionary<string, ImmutableArray<string>>>>> byLanguage) =>
        _byLanguage = byLanguage.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The languages that there are words of, in ordinal order.</summary>
    public IEnumerable<string> Languages => _byLanguage.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether there are words of a language.</summary>
    public bool Has(string language) => _byLanguage.ContainsKey(language);

    /// <summary>The concepts of a language, each with the words for it.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Of(string language) => AllOf(language).Remove(Ignored);

    /// <summary>Words that people put into questions and that tell nothing of what they ask.</summary>
    public ImmutableArray<string> IgnoredIn(string language) => AllOf(language).GetValueOrDefault(Ignored, []);

    public static ConceptSet LoadBuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new ConceptSet(assembly.GetManifestResourceNames()
            .Where(n => n.Contains(Folder, StringComparison.Ordinal))
            .Select(n => KeyValuePair.Create(n.Split('.')[^2], new Lazy<ImmutableSortedDictionary<string, ImmutableArray<string>>>(() => Read(assembly, n)))));
    }

    private ImmutableSortedDictionary<string, ImmutableArray<string>> AllOf(string language) =>
        _byLanguage.GetValueOrDefault(language)?.Value ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Event by event: the parser's own reader of objects takes longer to be put together than all files to be read.</summary>
    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var parser = new Parser(reader);
        var concepts = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var concept = parser.Consume<Scalar>().Value;
            var words = ImmutableArray.CreateBuilder<string>();
            parser.Consume<SequenceStart>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                words.Add(parser.Consume<Scalar>().Value);
            }

            concepts.Add(concept, words.ToImmutable());
        }

        return concepts.ToImmutable();
    }
}
