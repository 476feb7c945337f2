using System.Globalization;
using System.Text;

namespace KbApi.Search.Analysis;

/// <summary>Letters as they are typed on a keyboard without them: <c>a</c> for <c>å</c>, <c>ss</c> for <c>ß</c>.</summary>
internal static class CharacterFolding
{
    /// <summary>The text without marks on its letters; the same object where it has none.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            _ = c switch
            {
                'ß' => folded.Append("ss"),
                'ø' => folded.Append('o'),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'ł' => folded.Append('l'),
                'đ' => folded.Append('d'),
                'ı' => folded.Append('i'),
                _ => folded.Append(c),
            };
        }

        return folded.ToString();
    }
}
