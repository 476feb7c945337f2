using System.Globalization;
using System.Resources;

namespace KbApi.Server.Site;

/// <summary>The site's own words in one language.</summary>
internal sealed class SiteWords
{
    /// <summary>The languages that there are words in, the one for all others first.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "sv"];

    private static readonly ResourceManager Texts = new("KbApi.Server.Site.Texts", typeof(SiteWords).Assembly);

    private readonly CultureInfo _culture;

    private SiteWords(string language)
    {
        Language = language;
        _culture = CultureInfo.GetCultureInfo(language);
    }

    /// <summary>The language: one of <see cref="Languages"/>.</summary>
    public string Language { get; }

    /// <summary>How numbers and dates are written.</summary>
    public CultureInfo Culture => _culture;

    /// <summary>The words for readers of a language.</summary>
    public static SiteWords For(string language) => new(Languages.Contains(language, StringComparer.Ordinal) ? language : Languages[0]);

    /// <summary>Words by their name in <c>Texts.resx</c>.</summary>
    public string this[string name] =>
        Texts.GetString(name, _culture) ?? throw new MissingManifestResourceException($"No text is named '{name}'; add it to Site/Texts.resx.");

    /// <summary>Words around values.</summary>
    public string With(string name, params object[] values) => string.Format(_culture, this[name], values);

    /// <summary>Words about a number of things: those named <paramref name="name"/> and <c>_one</c> for one.</summary>
    public string Count(string name, int count) => With(count == 1 ? name + "_one" : name, count);
}
