using Markdig.Helpers;

namespace KbApi.Content.Syntax;

/// <summary>A tag.</summary>
/// <param name="Text">From its opening to its closing angle bracket.</param>
/// <param name="Line">The line that it begins on.</param>
internal readonly record struct HtmlTag(StringSlice Text, int Line)
{
    public int Start => Text.Start;

    /// <summary>The offset of the closing bracket.</summary>
    public int Last => Text.End;

    public bool IsClosing => Text.AsSpan() is ['<', '/', ..];

    public ReadOnlySpan<char> Name => NameOf(Text.AsSpan());

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of an attribute, or null.</summary>
    public string? Attribute(string name) => HtmlAttribute.Find(Text.AsSpan(), name);

    /// <summary>The name of the tag that a text begins with, empty where it begins with none.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> text)
    {
        var start = text is ['<', '/', ..] ? 2 : 1;
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end > start && char.IsAsciiLetter(text[start]) ? text[start..end] : [];
    }
}
