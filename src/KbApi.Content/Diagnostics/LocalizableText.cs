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

    /// <summary>The text in the neutral language.</summary>
    public override string ToString() => In(CultureInfo.InvariantCulture);
}
