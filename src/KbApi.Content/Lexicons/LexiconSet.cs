using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace KbApi.Content.Lexicons;

/// <summary>The lexicons of all languages: the built-in ones, and those that a knowledge base adds. Safe for several threads.</summary>
public sealed class LexiconSet
{
    private const string ResourcePrefix = "KbApi.Content.Lexicons.Data.";
    private const string English = "en";

    private readonly ImmutableArray<LexiconSource> _files;
    private readonly ConcurrentDictionary<string, Lexicon> _lexicons = new(StringComparer.OrdinalIgnoreCase);

    private readonly ImmutableArray<LexiconSource> _added;

    private LexiconSet(ImmutableArray<LexiconSource> files, ImmutableArray<LexiconSource> added)
    {
        _files = files;
        _added = added;
    }

    /// <summary>The lexicons that come with the library.</summary>
    public static LexiconSet LoadBuiltIn() => new(ReadBuiltIn(), []);

    /// <summary>These lexicons and one more; what it says goes before what they say.</summary>
    /// <param name="yaml">A lexicon in the form of the built-in ones.</param>
    /// <exception cref="FormatException">The text is no lexicon; the message tells where and why.</exception>
    public LexiconSet With(string yaml)
    {
        var file = LexiconSource.Read(yaml);
        return new LexiconSet([file, .. _files], [file, .. _added]);
    }

    /// <summary>The languages that have a lexicon, as primary subtags of BCP 47; Chinese with its script.</summary>
    public IEnumerable<string> Languages => _files.Select(f => LexiconLanguage.Of(f.Language)).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// What is known for documents in a language: its own words first, then English ones, which stay untranslated in many
    /// documents; headers and labels of every language, since a document's language may be stated wrongly.
    /// </summary>
    /// <param name="language">
    /// A tag of BCP 47, as <c>sv</c>, <c>zh-TW</c> or <c>zh-Hant</c>; one without a lexicon gets the English words. A region stands for
    /// the script that is written there.
    /// </param>
    public Lexicon For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return _lexicons.GetOrAdd(LexiconLanguage.Of(language), Create);
    }

    private Lexicon Create(string language)
    {
        // A language's other script shares words that are written alike.
        var own = _files.Where(f => LexiconLanguage.IsSame(f.Language, language));
        var related = _files.Where(f => LexiconLanguage.IsRelated(f.Language, language));
        var english = _files.Where(f => LexiconLanguage.IsSame(f.Language, English));
        ImmutableArray<LexiconSource> words = [.. own.Union(related).Union(english)];
        return new Lexicon(language, [.. words.Select(w => w.All)], [.. _files.Except(words).Select(f => f.Foreign)], knowsInstructions: own.Any(f => f.All.Actions.Count > 0))
        {
            AddedHeaders = Lexicon.HeadersOf(_added.Where(f => LexiconLanguage.IsSame(f.Language, language)).Select(f => f.Foreign)),
        };
    }

    private static ImmutableArray<LexiconSource> ReadBuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = ImmutableArray.CreateBuilder<LexiconSource>();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                files.Add(LexiconSource.BuiltIn(reader.ReadToEnd()));
            }
        }

        return files.ToImmutable();
    }
}
