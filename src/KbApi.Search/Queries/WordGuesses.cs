using KbApi.Search.Analysis;

namespace KbApi.Search.Queries;

/// <summary>What a word that somebody typed may be meant for: with other marks, cut short, in two parts, mistyped.</summary>
/// <param name="terms">What the index has.</param>
/// <param name="languages">The languages that the word may be of.</param>
/// <param name="alternatives">Where guesses are put.</param>
internal sealed class WordGuesses(IndexTerms terms, IReadOnlyList<LanguageTerms> languages, AlternativeList alternatives)
{
    private const int ShortestCompletion = 3;
    private const int MaxCompletions = 8;
    private const int MaxCorrections = 3;

    public void AddFolded(string word)
    {
        var folded = CharacterFolding.Fold(word);
        foreach (var language in languages)
        {
            if (folded != word)
            {
                AddWord(language, folded, 0.6f, MatchKind.Folded);
            }

            foreach (var marked in (terms.VocabularyOf(language.Language)?.WithMarks(folded) ?? []).Where(m => m.Text != word))
            {
                AddWord(language, marked.Text, 0.7f, MatchKind.Folded);
            }
        }
    }

    public void AddSplit(string word)
    {
        foreach (var language in languages)
        {
            if (terms.VocabularyOf(language.Language)?.Split(word) is { } split)
            {
                alternatives.Add([.. language.TermsOf(split.First + " " + split.Second)], 0.7f, MatchKind.Parts);
            }
        }
    }

    /// <summary>Where the content does not have a compound, a part of it answers a part.</summary>
    public void AddParts(IEnumerable<string> parts)
    {
        foreach (var part in parts.Distinct(StringComparer.Ordinal))
        {
            alternatives.Add([part], 0.4f, MatchKind.SomeParts);
        }
    }

    public void AddCompletions(string word)
    {
        if (word.Length < ShortestCompletion)
        {
            return;
        }

        foreach (var language in languages)
        {
            foreach (var completed in terms.VocabularyOf(language.Language)?.Beginning(word, MaxCompletions) ?? [])
            {
                AddWord(language, completed.Text, 0.7f, MatchKind.Completed);
            }
        }
    }

    /// <summary>Adds what the word may be a typing error for. The likeliest correction, or null; an identifier is never corrected before people's eyes.</summary>
    public string? AddCorrections(string word, bool isIdentifier)
    {
        foreach (var language in languages)
        {
            var near = (terms.VocabularyOf(language.Language)?.Near(word) ?? []).Take(MaxCorrections).ToList();
            for (var i = 0; i < near.Count; i++)
            {
                AddWord(language, near[i].Text, 0.7f - (0.1f * i), MatchKind.Corrected);
            }

            if (near.Count > 0)
            {
                return isIdentifier ? null : near[0].Text;
            }
        }

        return null;
    }

    private void AddWord(LanguageTerms language, string word, float weight, MatchKind kind)
    {
        var term = language.Expand([new SurfaceToken(word, 0, word.Length, TokenKind.Word)])[0];
        alternatives.Add([term.Main], weight, kind);
    }
}
