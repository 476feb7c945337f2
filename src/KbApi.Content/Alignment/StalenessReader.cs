using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>Compares a translated entry with its original by what translation leaves alone: codes, numbers, addresses.</summary>
public static class StalenessReader
{
    /// <summary>Whether the translation is up to date.</summary>
    /// <param name="original">The entry in the default locale, or null where it does not exist there.</param>
    /// <param name="translation">The entry to judge.</param>
    public static Staleness Compare(Entry? original, Entry translation)
    {
        ArgumentNullException.ThrowIfNull(translation);
        if (original is null)
        {
            return Staleness.Unknown;
        }

        if (ReferenceEquals(original, translation))
        {
            return Staleness.Current;
        }

        // What stands in another field has moved, not changed: languages order sentences differently.
        var everywhere = new Comparison(AllTokens(original), AllTokens(translation));
        ImmutableArray<StalenessReason> reasons =
        [
            .. Fields(original).Zip(Fields(translation), (left, right) => everywhere.Compare(left.Name, left.Tokens, right.Tokens)).OfType<StalenessReason>(),
        ];
        return reasons.IsEmpty ? Staleness.Current : new Staleness(StalenessState.Stale, reasons);
    }

    private static HashSet<string> AllTokens(Entry entry) => Fields(entry).SelectMany(f => f.Tokens).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, IEnumerable<string> Tokens)> Fields(Entry entry)
    {
        yield return ("codes", entry.Codes.Select(c => c.Code.Value));
        yield return ("symptoms", Tokens(entry.Symptoms.Select(s => s.Text)));
        yield return ("messages", Tokens(entry.Messages.Select(m => m.Text)));
        yield return ("descriptions", Tokens(entry.Descriptions.Select(d => d.Text)));
        yield return ("technicalDetails", Tokens(entry.TechnicalDetails.Select(d => d.Text)));
        yield return ("causes", Tokens(entry.Causes.Select(c => c.Text)));
        yield return ("resolution", Tokens(entry.Resolution?.Paragraphs.Select(p => p.Text) ?? []));
        yield return ("links", entry.Links.Select(l => WithoutLocale(l.Target)));
    }

    /// <summary>Words that hold a digit.</summary>
    private static IEnumerable<string> Tokens(IEnumerable<string> texts)
    {
        foreach (var word in texts.SelectMany(t => t.Split([' ', '\n', ',', ';', '(', ')', '"', '\u201C', '\u201D', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)))
        {
            var token = WithoutOrdinal(word.Trim('.', ':', '!', '?', '\''));
            if (token.AsSpan().ContainsAnyInRange('0', '9'))
            {
                yield return token;
            }
        }
    }

    /// <summary>An address without the segment that names a locale: <c>/en-us/</c> and <c>/sv-se/</c> lead to the same page.</summary>
    internal static string WithoutLocale(string target) =>
        string.Join('/', target.Split('/').Where(s => !(s.Length == 5 && s[2] == '-' && LocaleTag.TryParse(s, out _))));

    /// <summary>A number without what makes it an ordinal or joins it to a word: <c>5th</c>, <c>5:e</c>, <c>127-character</c>.</summary>
    private static string WithoutOrdinal(string token)
    {
        var digits = token.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && !token.AsSpan(digits).ContainsAnyInRange('0', '9') ? token[..digits] : token;
    }

    private sealed class Comparison(HashSet<string> original, HashSet<string> translation)
    {
        public StalenessReason? Compare(string field, IEnumerable<string> left, IEnumerable<string> right)
        {
            var gone = left.Where(t => !translation.Contains(t)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            var added = right.Where(t => !original.Contains(t)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            return gone.Count + added.Count == 0 ? null : new StalenessReason(field, string.Join(", ", gone), string.Join(", ", added));
        }
    }
}
