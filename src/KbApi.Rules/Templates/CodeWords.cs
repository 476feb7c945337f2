using System.Collections.Frozen;
using KbApi.Content.Lexicons;
using KbApi.Rules.Classification.Signals;

namespace KbApi.Rules.Templates;

/// <summary>The words of all languages before which a number is a code.</summary>
internal sealed class CodeWords
{
    private const char FirstIdeograph = '\u2E80';
    private const string Separators = " =:#([\"'\u201C\u201D\u300C\u300E\uFF1A\uFF08`";

    private static readonly FrozenSet<string> Protocols = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "http", "https", "smtp", "errno", "rc", "sqlstate", "sqlcode", "ntstatus", "win32", "msg");

    /// <summary>Words that are about a code only with another word of that kind before them: "event id", never "process id".</summary>
    private static readonly FrozenSet<string> Vague = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "id", "nr", "no", "number");

    private readonly PhraseSet _phrases;
    private readonly FrozenSet<string> _lastWords;

    public CodeWords(LexiconSet lexicons)
    {
        var phrases = lexicons.Languages.Select(lexicons.For).SelectMany(l => l.Code.Phrases.Concat(l.Event.Phrases))
            .Concat(ContextWords.Code.Where(w => !Vague.Contains(w))).Concat(Protocols).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        _phrases = new PhraseSet(phrases);
        _lastWords = phrases.Select(p => p[(p.LastIndexOfAny([' ', '-', '\'', '.', '\u2019']) + 1)..]).Where(w => w.Length > 0).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a text ends in a word that makes a number behind it a code, and signs that may stand between.</summary>
    public bool IsBehind(ReadOnlySpan<char> text)
    {
        var before = text.TrimEnd(Separators);
        if (before.IsEmpty || before[^1] is '>')
        {
            return false;
        }

        if (before[^1] >= FirstIdeograph)
        {
            return _phrases.LongestEndingAt(before, before.Length) > 0 || EndsLikeCode(before);
        }

        var start = before.Length;
        while (start > 0 && TemplateChars.IsPart(before[start - 1]))
        {
            start--;
        }

        var word = before[start..];
        if (!_lastWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            return word.Equals("id", StringComparison.OrdinalIgnoreCase) && IsLoneId(before[..start]);
        }

        return _phrases.LongestEndingAt(before, before.Length) > 0 || (Vague.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && IsLoneId(before[..start]));
    }

    /// <summary>Whether a word says that the number before it is a code: "31003 error". Plurals count: "17 errors".</summary>
    public static bool IsAhead(ReadOnlySpan<char> word) => word.Length > 0 && word[^1] is not ('s' or 'S') && ContextWords.Code.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)
        && !Vague.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private bool IsLoneId(ReadOnlySpan<char> before)
    {
        var trimmed = before.TrimEnd(" -");
        return trimmed.IsEmpty ? false
            : trimmed[^1] is '(' or '[' or '.' or ';' or '!' || (trimmed[^1] >= FirstIdeograph && EndsLikeCode(trimmed))
            || _phrases.LongestEndingAt(trimmed, trimmed.Length) > 0;
    }

    private static bool EndsLikeCode(ReadOnlySpan<char> text)
    {
        foreach (var ending in ContextWords.CodeEndings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
