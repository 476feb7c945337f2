namespace KbApi.Cli.Terminal;

/// <summary>Breaks text into lines of a terminal's width.</summary>
internal static class TextWrapping
{
    /// <summary>Lines of at most <paramref name="width"/> columns with an indentation; a word that is longer stays whole.</summary>
    public static IEnumerable<string> Wrap(string text, int width, int indent)
    {
        var margin = new string(' ', indent);
        foreach (var paragraph in text.Split('\n'))
        {
            var line = margin;
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > indent && line.Length + 1 + word.Length > width)
                {
                    yield return line;
                    line = margin;
                }

                line += line.Length > indent ? " " + word : word;
            }

            yield return line.TrimEnd();
        }
    }
}
