using System.Globalization;
using System.Resources;

namespace KbApi.Content.Diagnostics;

/// <summary>A text that exists in several languages and is chosen when it is shown.</summary>
/// <param name="resources">Where the texts stand.</param>
/// <param name="name">The text's name there.</param>
public sealed class LocalizableText(ResourceManager resources, string name)
{
    /// <summary>The text in the culture's language, else in the neutral one.</summary>
    /// <exception cref="MissingManifestResourceException">There is no text of that name in any language.</exception>
    public string In(CultureInfo culture) =>
        resources.GetString(name, culture)
        ?? throw new MissingManifestResourceException($"No text is named '{name}' in {resources.BaseName}; add it to the .resx file.");

    /// <summary>A text that is the same in all languages.</summary>
    public static LocalizableText FromString(string text) => new(new OneText(text), nameof(OneText));

    /// <inheritdoc cref="FromString"/>
    public static implicit operator LocalizableText(string text) => FromString(text);

    /// <summary>The text in the neutral language.</summary>
    public override string ToString() => In(CultureInfo.InvariantCulture);

    private sealed class OneText(string text) : ResourceManager
    {
        public override string GetString(string name, CultureInfo? culture) => text;
    }
}
