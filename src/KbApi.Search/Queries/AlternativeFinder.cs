using System.Collections.Immutable;
using KbApi.Search.Analysis;

namespace KbApi.Search.Queries;

/// <summary>Finds what answers to the words of one query.</summary>
/// <param name="terms">What the index has.</param>
/// <param name="reader">The languages that words may be of.</param>
/// <param name="tokens">The words.</param>
internal sealed class AlternativeFinder(IndexTerms terms, QueryLanguages reader, IReadOnlyList<SurfaceToken> tokens)
{
    /// <summary>Of more languages no typing errors and translations are looked for: each costs time in every query.</summary>
    private const int MaxGuessedLanguages = 3;
    private const float OtherLanguage = 0.9f;

    private readonly ImmutableArray<LanguageTerms> _languages = reader.Terms;
    private readonly ImmutableArray<Translations> _translations = reader.Translations;
    private readonly ImmutableArray<List<ExpandedTerm>> _expanded = [.. reader.Terms.Select(l => l.Expand(tokens))];

    /// <summary>The word at a token, or the phrase that begins there, and how many tokens it takes.</summary>
    public (QueryWord Word, int Used, string? Correction) WordAt(int first, bool isUnfinished)
    {
        if (PhraseAt(first) is { } phrase)
        {
            return (phrase.Word, phrase.Used, null);
        }

        var token = tokens[first];
        var next = first + 1;
        while (next < tokens.Count && tokens[next].Kind == TokenKind.Part)
        {
            next++;
        }

        // What answers to a word in parts depends on how it is written.
        var key = new AnswerKey(token.Text, token.Kind, isUnfinished);
        if (next - first > 1 || !reader.Answers.TryGet(key, out var answers) || answers is null)
        {
            answers = AnswersTo(first, next, isUnfinished);
            if (next - first == 1)
            {
                reader.Answers.Keep(key, answers);
            }
        }

        return (new QueryWord(token.Text, token.Start, token.End, answers.Alternatives, answers.Information, Code: null), next - first, answers.Correction);
    }

    /// <summary>The words of a code, all of them, and the code as it is usually written.</summary>
    public ImmutableArray<Alternative> TermsTogether(int first, int count, IEnumerable<string> spellings)
    {
        var alternatives = new AlternativeList(terms);
        foreach (var spelling in spellings)
        {
            alternatives.Add([.. _languages[0].TermsOf(spelling).Take(1)], 1, MatchKind.Same);
        }

        alternatives.Add([.. Enumerable.Range(first, count).Where(i => tokens[i].Kind != TokenKind.Part).Select(i => _expanded[0][i].Main)], 1, MatchKind.Same);
        return alternatives.First;
    }

    public double InformationOf(ImmutableArray<Alternative> alternatives) =>
        terms.InformationOf(alternatives.IsEmpty ? 0 : alternatives.Max(a => a.Count));

    private (QueryWord Word, int Used)? PhraseAt(int first)
    {
        var isIdeographs = tokens[first].Kind == TokenKind.Ideographs;
        var longest = 1;
        for (var l = 0; l < Math.Min(_languages.Length, MaxGuessedLanguages); l++)
        {
            longest = Math.Max(longest, _translations[l].LongestFrom(_expanded[l][first].Main));
        }

        if (longest == 1)
        {
            return null;
        }

        var whole = WholeTokensFrom(first);
        for (var count = Math.Min(Math.Min(longest, isIdeographs ? Translations.MaxPairs : Translations.MaxWords), whole.Count); count > 1; count--)
        {
            if (PhraseOf(whole.Take(count).ToList()) is { IsEmpty: false } phrase)
            {
                var used = (count < whole.Count ? whole[count] : tokens.Count) - first;
                var text = string.Join(' ', whole.Take(count).Select(i => tokens[i].Text));
                return (new QueryWord(text, tokens[first].Start, tokens[whole[count - 1]].End, phrase, InformationOf(phrase), Code: null), used);
            }
        }

        return null;
    }

    private WordAnswers AnswersTo(int first, int next, bool isUnfinished)
    {
        var alternatives = new AlternativeList(terms);
        AddSame(first, next, alternatives);
        AddTranslations([first], alternatives);
        string? correction = null;
        var token = tokens[first];
        var isPlain = token.Kind == TokenKind.Word && !token.Text.Any(char.IsDigit);
        if (isPlain)
        {
            var guesses = new WordGuesses(terms, [.. _languages.Take(MaxGuessedLanguages)], alternatives);
            guesses.AddFolded(token.Text);
            if (isUnfinished)
            {
                guesses.AddCompletions(token.Text);
            }

            if (!alternatives.Has(MatchKind.Same, MatchKind.Folded, MatchKind.Translated, MatchKind.Completed))
            {
                guesses.AddSplit(token.Text);
                guesses.AddParts(_expanded.SelectMany(e => e[first].Parts));
                correction = guesses.AddCorrections(token.Text, isIdentifier: next - first > 1 || token.Text.Contains('_', StringComparison.Ordinal));
            }
        }
        else if (token.Text.Length is >= 3 and <= 8 && token.Text.All(char.IsAsciiHexDigit))
        {
            // A number of a bug check or result is often typed without its 0x.
            alternatives.Add(["0x" + token.Text.TrimStart('0')], 0.6f, MatchKind.Same);
        }

        var best = alternatives.Best;
        return new WordAnswers(best, InformationOf(best), correction);
    }

    private List<int> WholeTokensFrom(int first) =>
        [.. Enumerable.Range(first, tokens.Count - first).Where(i => i == first || tokens[i].Kind != TokenKind.Part).Take(Translations.MaxPairs + 1)];

    private ImmutableArray<Alternative> PhraseOf(List<int> words)
    {
        var alternatives = new AlternativeList(terms);
        AddTranslations(words, alternatives);
        if (!alternatives.IsEmpty)
        {
            alternatives.Add([.. words.Select(i => _expanded[0][i].Main)], 1, MatchKind.Same);
        }

        return alternatives.First;
    }

    private void AddSame(int first, int next, AlternativeList alternatives)
    {
        for (var l = 0; l < _languages.Length; l++)
        {
            var term = _expanded[l][first];
            var weight = l == 0 ? 1 : OtherLanguage;
            alternatives.Add([term.Main], weight, MatchKind.Same);
            foreach (var other in term.Others)
            {
                alternatives.Add([other], weight, MatchKind.Same);
            }

            if (term.Parts.Count > 1)
            {
                alternatives.Add([.. term.Parts], weight * 0.8f, MatchKind.Parts);
                AddTranslatedParts(l, term.Parts, alternatives);
            }

            if (next - first > 2)
            {
                alternatives.Add([.. Enumerable.Range(first + 1, next - first - 1).Select(i => _expanded[l][i].Main).Distinct(StringComparer.Ordinal)], weight * 0.6f, MatchKind.Parts);
            }
        }
    }

    private void AddTranslations(List<int> words, AlternativeList alternatives)
    {
        for (var l = 0; l < Math.Min(_languages.Length, MaxGuessedLanguages); l++)
        {
            foreach (var translation in _translations[l].Of(words.Select(i => _expanded[l][i].Main)))
            {
                alternatives.Add(translation.Terms, l == 0 ? 0.6f : 0.5f, MatchKind.Translated);
            }
        }
    }

    /// <summary>A compound in the words of another language, part by part.</summary>
    private void AddTranslatedParts(int language, IReadOnlyList<string> parts, AlternativeList alternatives)
    {
        var own = _languages[language].Language;
        var ways = parts.Select(p => _translations[language].Of(p).Add(new Translation(own, [p]))).ToList();
        foreach (var target in ways.SelectMany(w => w).Select(w => w.Language).Distinct(StringComparer.Ordinal))
        {
            var chosen = ways.Select(w => w.FirstOrDefault(t => t.Language == target)).ToList();
            if (chosen.All(c => c is not null))
            {
                alternatives.Add([.. chosen.SelectMany(c => c!.Terms).Distinct(StringComparer.Ordinal)], 0.5f, MatchKind.Translated);
            }
        }
    }
}
