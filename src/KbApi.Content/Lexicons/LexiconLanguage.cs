namespace KbApi.Content.Lexicons;

/// <summary>Which lexicons a language tag asks for.</summary>
internal static class LexiconLanguage
{
    private const string Chinese = "zh";

    /// <summary>The language of a tag as lexicons name it: the primary subtag, and for Chinese the script.</summary>
    public static string Of(string tag)
    {
        var subtags = tag.Split('-', '_');
        return subtags[0].ToLowerInvariant() switch
        {
            Chinese => IsTraditional(subtags) ? "zh-Hant" : "zh-Hans",
            "no" or "nn" => "nb",
            var primary => primary,
        };
    }

    public static bool IsSame(string language, string other) => Of(language) == Of(other);

    /// <summary>Whether both are one language in different scripts.</summary>
    public static bool IsRelated(string language, string other) => !IsSame(language, other) && Primary(language) == Primary(other);

    private static string Primary(string language) => Of(language).Split('-')[0];

    private static bool IsTraditional(string[] subtags) => subtags.Skip(1).Any(s => s.ToUpperInvariant() is "HANT" or "TW" or "HK" or "MO");
}
