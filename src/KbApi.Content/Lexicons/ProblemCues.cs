namespace KbApi.Content.Lexicons;

/// <summary>The phrases of a language by which titles and sentences about problems are told from others.</summary>
public sealed class ProblemCues
{
    private readonly PhraseIndex _index;
    private readonly PhraseSet[] _phrases;
    private readonly PhraseKinds _anywhere;

    internal ProblemCues(PhraseIndex index)
    {
        _index = index;
        _phrases = [.. Enum.GetValues<ProblemCue>().Select(cue => index.Set((PhraseKind)cue))];
        _anywhere = new PhraseKinds(_phrases.Aggregate(PhraseKinds.None, (kinds, set) => kinds | set.Kinds).Bits & PhraseKinds.Anywhere.Bits);
    }

    /// <summary>The phrases of a kind.</summary>
    public PhraseSet this[ProblemCue cue] => _phrases[(int)cue];

    /// <summary>Whether a phrase of the kind stands in the text.</summary>
    public bool IsIn(ProblemCue cue, ReadOnlySpan<char> text) => this[cue].IsIn(text);

    /// <summary>Whether the text begins with a phrase of the kind; quotes and the like before it do not count.</summary>
    public bool Begins(ProblemCue cue, ReadOnlySpan<char> text) => KindsAtStart(text).Has(cue);

    /// <summary>The kinds of the phrases that stand in a text, but for those that matter at its beginning or end only.</summary>
    internal PhraseKinds KindsIn(ReadOnlySpan<char> text) => _index.KindsIn(text, _anywhere);

    /// <summary>The kinds of the phrases that a text begins with; quotes and the like before it do not count.</summary>
    internal PhraseKinds KindsAtStart(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        return _index.KindsAtStart(text[start..]);
    }
}
