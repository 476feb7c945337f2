using System.Reflection;

namespace KbApi.Benchmarks.Running;

/// <summary>The words around the figures: a Markdown file beside each benchmark, whose line <c>{{figures}}</c> is where they go.</summary>
internal static class SectionTexts
{
    /// <summary>Where the figures go.</summary>
    public const string Place = "{{figures}}";

    private const string ResourcePrefix = "about/";

    /// <summary>What stands before and after the figures.</summary>
    public static (string Before, string After) Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourcePrefix + name) ?? throw new InvalidOperationException($"There is no text {name}.md.");
        using var reader = new StreamReader(stream);
        return Split(reader.ReadToEnd());
    }

    /// <summary>Parts a text where its figures go; without a place for them they go to its end.</summary>
    public static (string Before, string After) Split(string text)
    {
        var at = text.IndexOf(Place, StringComparison.Ordinal);
        return at < 0 ? (text.Trim(), "") : (text[..at].Trim(), text[(at + Place.Length)..].Trim());
    }
}
