using System.Globalization;
using System.Resources;

namespace KbApi.Cli.Watch.Pages;

/// <summary>The words of pages in one language.</summary>
internal sealed class WatchWords
{
    private static readonly ResourceManager Texts = new("KbApi.Cli.Watch.Pages.Texts", typeof(WatchWords).Assembly);

    private WatchWords(CultureInfo culture) => Culture = culture;

    public CultureInfo Culture { get; }

    public string Language => Culture.TwoLetterISOLanguageName;

    /// <summary>The words in English or Swedish.</summary>
    /// <param name="language"><c>sv</c>, or another for English.</param>
    public static WatchWords For(string language) => new(CultureInfo.GetCultureInfo(language == "sv" ? "sv" : "en"));

    /// <summary>Words by their name in <c>Texts.resx</c>.</summary>
    public string this[string name] =>
        Texts.GetString(name, Culture) ?? throw new MissingManifestResourceException($"No text is named '{name}'; add it to Watch/Pages/Texts.resx.");

    /// <summary>Words around values.</summary>
    public string With(string name, params object[] values) => string.Format(Culture, this[name], values);

    /// <summary>Words about a number of things: those named <paramref name="name"/>, and <c>_one</c> for one.</summary>
    public string Count(string name, int count) => With(count == 1 ? name + "_one" : name, count);
}
