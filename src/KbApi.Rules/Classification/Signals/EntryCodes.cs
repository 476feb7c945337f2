using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Model;
using KbApi.Rules.Classification.Words;

namespace KbApi.Rules.Classification.Signals;

/// <summary>The codes and names by which a report may name an entry: those that the content library read, and further ones in its title.</summary>
internal static class EntryCodes
{
    private const int MostTitleChars = 200;

    public static IEnumerable<(string Key, bool IsIdentifying)> KeysOf(Entry entry)
    {
        var title = FoldedText.Of(entry.Title.Text);
        var inTitle = title.Length <= MostTitleChars ? CodeTokenReader.Read(title) : [];
        var compounds = inTitle.Where(t => t.Form == CodeForm.Compound && IsCode(t)).ToList();
        foreach (var code in entry.Codes)
        {
            // The first part of a longer code is no code of its own.
            var isPart = compounds.Any(c => c.Key.StartsWith("c" + code.Code.Value + "-", StringComparison.Ordinal) || c.Key.StartsWith("c" + code.Code.Value + ".", StringComparison.Ordinal));
            if (!isPart && KeyOf(code.Code) is { } key)
            {
                yield return (key, code.Role == CodeRole.Identifying);
            }
        }

        foreach (var token in inTitle)
        {
            if (IsLongCode(token))
            {
                yield return (token.Key, true);
            }
        }

        foreach (var text in EntryFields.Symptom(entry))
        {
            foreach (var token in CodeTokenReader.Read(FoldedText.Of(text)).Where(t => t.Form == CodeForm.Name || IsLongCode(t)))
            {
                yield return (token.Key, false);
            }
        }

        foreach (var text in EntryFields.Body(entry))
        {
            foreach (var token in CodeTokenReader.Read(FoldedText.Of(text)).Where(IsLongCode))
            {
                yield return (token.Key, false);
            }
        }
    }

    /// <summary>Families of numbers among the codes and in the title, such as <c>600***</c>.</summary>
    public static IEnumerable<string> FamiliesOf(Entry entry) => entry.Codes.Select(c => FamilyOf(c.Code.Value)).OfType<string>().Concat(FamiliesIn(entry.Title.Text));

    public static string FamilyKey(ReadOnlySpan<char> digits, int length) => string.Create(CultureInfo.InvariantCulture, $"{digits}/{length}");

    private static string? FamilyOf(string code) => MaskedNumber.TryReadWhole(code) is { } family ? FamilyKey(code.AsSpan(0, family.Told), family.Length) : null;

    private static IEnumerable<string> FamiliesIn(string text)
    {
        for (var star = text.IndexOf('*', StringComparison.Ordinal); star > 0;)
        {
            var start = star;
            while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            {
                start--;
            }

            var end = star;
            while (end < text.Length && text[end] == '*')
            {
                end++;
            }

            if (star - start is >= 2 and <= 6 && end - star is >= 1 and <= 6)
            {
                yield return FamilyKey(text.AsSpan(start, star - start), end - start);
            }

            star = text.IndexOf('*', end);
        }
    }

    private static string? KeyOf(ErrorCode code) => code.Value.StartsWith("0x", StringComparison.Ordinal)
        ? CodeTokenReader.HexKey(code.Value.AsSpan(2))
        : CodeTokenReader.ReadOne(code.Value)?.Key;

    /// <summary>Three numbers with dots, or a long and a short one with a hyphen; two with a dot are a version or an amount.</summary>
    private static bool IsCode(CodeToken token)
    {
        var dots = token.Key.AsSpan().Count('.');
        var hyphens = token.Key.AsSpan().Count('-');
        return (dots == 2 && hyphens == 0) || (dots == 0 && hyphens == 1 && token.Key.IndexOf('-', StringComparison.Ordinal) >= 5);
    }

    /// <summary>Whether the word is a code wherever it stands.</summary>
    private static bool IsLongCode(CodeToken token) => token.Form switch
    {
        CodeForm.Hex => token.Key.Length >= 8,
        CodeForm.Compound => IsCode(token),
        CodeForm.Prefixed => token.Key.IndexOf('#', StringComparison.Ordinal) is >= 3 and <= 9 && token.Key.Length - token.Key.IndexOf('#', StringComparison.Ordinal) > 3,
        _ => false,
    };
}
