namespace KbApi.Server.Site.Rendering;

/// <summary>An attribute that may be left out, for a place inside a tag.</summary>
/// <param name="Name">Its name: a literal of this program.</param>
/// <param name="Value">Its value, or null where the name alone says all.</param>
/// <param name="IsPresent">Whether it stands there.</param>
internal readonly record struct HtmlAttribute(string Name, string? Value, bool IsPresent)
{
    /// <summary>An attribute that says all by being there.</summary>
    public static HtmlAttribute When(bool condition, string name) => new(name, null, condition);

    /// <summary>An attribute with a value, where something is so.</summary>
    public static HtmlAttribute When(bool condition, string name, string value) => new(name, value, condition);

    /// <summary>The language and direction of a text that may differ from those around it.</summary>
    public static HtmlAttribute Language(string locale, string around) => new("lang", locale, locale != around);
}
