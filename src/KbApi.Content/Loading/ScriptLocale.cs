using System.Buffers;
using KbApi.Content.Model;

namespace KbApi.Content.Loading;

/// <summary>
/// The locale that the script of a text tells: Japanese, Korean, Chinese and Russian documents that state none, in a folder of another language's,
/// are still theirs. Languages in Latin letters are not told apart.
/// </summary>
internal static class ScriptLocale
{
    /// <summary>What is read of a text; further on it is written in the same language.</summary>
    private const int MaxLength = 16384;

    private const int MinLetters = 40;

    /// <summary>A quarter of the letters: commands, names and addresses are in Latin letters in every language.</summary>
    private const int MinShare = 4;

    /// <summary>Japanese has a kana for every few characters; Chinese may quote a name in them.</summary>
    private const int MinKanaShare = 10;

    private static readonly LocaleTag Japanese = LocaleTag.Parse("ja");
    private static readonly LocaleTag Korean = LocaleTag.Parse("ko");
    private static readonly LocaleTag Russian = LocaleTag.Parse("ru");
    private static readonly LocaleTag Simplified = LocaleTag.Parse("zh-Hans");
    private static readonly LocaleTag Traditional = LocaleTag.Parse("zh-Hant");

    // Frequent characters that only one of the two ways to write Chinese has.
    private static readonly SearchValues<char> SimplifiedOnly = SearchValues.Create("这个们来时会对说没还过问题应该设为请务错误码统启动连网络数据库检查无认证权进运输选项");
    private static readonly SearchValues<char> TraditionalOnly = SearchValues.Create("這個們來時會對說沒還過問題應該設為請務錯誤碼統啟動連網絡數據庫檢查無認證權進運輸選項");

    // Ukrainian, Belarusian, Serbian and others have letters that Russian has not.
    private static readonly SearchValues<char> NotRussian = SearchValues.Create("іїєґўјњљћђџѓќѕ");

    /// <summary>The locale, or null where the script is Latin or no known language's.</summary>
    public static LocaleTag? Find(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxLength)];
        var (letters, hangul, kana, han, cyrillic) = (0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            hangul += c is >= '\uAC00' and <= '\uD7AF' ? 1 : 0;
            kana += c is >= '\u3041' and <= '\u30FA' ? 1 : 0;
            han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            cyrillic += c is >= '\u0400' and <= '\u04FF' ? 1 : 0;
        }

        bool IsMost(int count) => letters >= MinLetters && count * MinShare >= letters;

        return IsMost(hangul) ? Korean
            : IsMost(kana + han) ? (kana * MinKanaShare >= kana + han ? Japanese : Chinese(text))
            : IsMost(cyrillic) && !text.ContainsAny(NotRussian) ? Russian
            : null;
    }

    private static LocaleTag Chinese(ReadOnlySpan<char> text) =>
        Count(text, TraditionalOnly, SimplifiedOnly) > Count(text, SimplifiedOnly, TraditionalOnly) ? Traditional : Simplified;

    /// <summary>How many characters are in the one set and not in the other: some are the same in both.</summary>
    private static int Count(ReadOnlySpan<char> text, SearchValues<char> own, SearchValues<char> other)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += own.Contains(c) && !other.Contains(c) ? 1 : 0;
        }

        return count;
    }
}
