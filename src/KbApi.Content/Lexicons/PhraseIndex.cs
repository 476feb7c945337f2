using System.Collections.Immutable;

namespace KbApi.Content.Lexicons;

/// <summary>Phrases of several kinds that one pass over a text finds together.</summary>
internal sealed class PhraseIndex
{
    private readonly ImmutableArray<(string Phrase, PhraseKinds Kinds)> _phrases;

    // Made when they are asked for: who only looks words up pays for none of them.
    private readonly Lazy<PhraseAutomaton> _automaton;
    private readonly Lazy<PhraseFinder> _anywhere;
    private readonly Lazy<PhraseFinder> _all;

    private PhraseIndex(ImmutableArray<(string Phrase, PhraseKinds Kinds)> phrases)
    {
        _phrases = phrases;
        PhrasePattern[] patterns = [.. phrases.Select(p => PhrasePattern.Parse(p.Phrase, p.Kinds))];
        _automaton = new(() => new PhraseAutomaton(patterns));
        _anywhere = new(() => new PhraseFinder(Array.FindAll(patterns, p => (p.Kinds.Bits & PhraseKinds.Anywhere.Bits) != 0), _automaton));
        _all = new(() => new PhraseFinder(patterns, _automaton));
    }

    /// <summary>An index of these phrases; blank ones are left out.</summary>
    public static PhraseIndex Create(IEnumerable<(PhraseKind Kind, IEnumerable<string> Phrases)> phrases)
    {
        var kinds = new Dictionary<string, PhraseKinds>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, phrase) in phrases.SelectMany(p => p.Phrases, (p, phrase) => (p.Kind, phrase)))
        {
            if (phrase.Trim('*').Length > 0)
            {
                kinds[phrase] = kinds.GetValueOrDefault(phrase) | PhraseKinds.Of(kind);
            }
        }

        return new PhraseIndex(
            [.. kinds.Select(p => (p.Key, p.Value)).OrderByDescending(p => p.Key.Length).ThenBy(p => p.Key, StringComparer.Ordinal)]);
    }

    /// <summary>The phrases of some kinds, longest first.</summary>
    public ImmutableArray<string> PhrasesOf(PhraseKinds kinds) => [.. _phrases.Where(p => (p.Kinds.Bits & kinds.Bits) != 0).Select(p => p.Phrase)];

    /// <summary>The set of the phrases of some kinds.</summary>
    public PhraseSet Set(params ReadOnlySpan<PhraseKind> kinds)
    {
        var all = PhraseKinds.None;
        foreach (var kind in kinds)
        {
            all |= PhraseKinds.Of(kind);
        }

        return new PhraseSet(this, all);
    }

    /// <inheritdoc cref="PhraseFinder.KindsIn"/>
    public PhraseKinds KindsIn(ReadOnlySpan<char> text, PhraseKinds wanted) =>
        ((wanted.Bits & ~PhraseKinds.Anywhere.Bits) == 0 ? _anywhere : _all).Value.KindsIn(text, wanted);

    /// <inheritdoc cref="PhraseAutomaton.KindsAtStart"/>
    public PhraseKinds KindsAtStart(ReadOnlySpan<char> text) => _automaton.Value.KindsAtStart(text);

    /// <inheritdoc cref="PhraseAutomaton.Find"/>
    public (int Start, int Length) Find(ReadOnlySpan<char> text, PhraseKinds wanted) => _automaton.Value.Find(text, wanted);
}
