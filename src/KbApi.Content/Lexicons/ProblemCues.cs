using System.Collections.Frozen;

namespace KbApi.Content.Lexicons;

/// <summary>The phrases of a language by which titles and sentences about problems are told from others.</summary>
public sealed class ProblemCues
{
    private static readonly PhraseSet None = new([]);

    private readonly FrozenDictionary<ProblemCue, PhraseSet> _phrases;

    internal ProblemCues(IEnumerable<LexiconFile> files) =>
        _phrases = files.SelectMany(f => f.Problems).GroupBy(p => p.Key)
            .ToFrozenDictionary(g => g.Key, g => new PhraseSet(g.SelectMany(p => p.Value)));

    /// <summary>The phrases of a kind.</summary>
    public PhraseSet this[ProblemCue cue] => _phrases.GetValueOrDefault(cue, None);

    /// <summary>Whether a phrase of the kind stands in the text.</summary>
    public bool IsIn(ProblemCue cue, ReadOnlySpan<char> text) => this[cue].IsIn(text);

    /// <summary>Whether the text begins with a phrase of the kind; quotes and the like before it do not count.</summary>
    public bool Begins(ProblemCue cue, ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        var rest = text[start..];
        var (at, length) = this[cue].Find(rest);
        return length > 0 && at == 0;
    }
}
