using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs.Reading;

/// <summary>How a log of text tells where its records begin.</summary>
internal enum TextLayout
{
    /// <summary>Every line is one.</summary>
    Lines,

    /// <summary>With a time; lines without one go on with the record before.</summary>
    Times,

    /// <summary>With the label that the log begins with, as <c>wevtutil /f:text</c> and <c>Format-List</c> write it.</summary>
    Labels,
}

/// <summary>Tells the layout of a log of text from its beginning.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="FirstLabel">The label that records begin with, or null.</param>
internal sealed record TextForm(TextLayout Layout, string? FirstLabel)
{
    private const int MostLines = 50;
    private const string Bracket = "Event[";

    public static TextForm Find(ReadOnlySpan<char> text, LogVocabulary vocabulary)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        string? first = null;
        var lines = 0;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range].Trim();
            if (line.IsEmpty)
            {
                continue;
            }

            if (TimeLength(line) > 0)
            {
                return new TextForm(TextLayout.Times, null);
            }

            if (LabelOf(line) is { } label && vocabulary.FieldOf(label) is not null)
            {
                labels.Add(label);
                first ??= lines == 0 ? label : null;
            }

            first ??= lines == 0 && line.StartsWith(Bracket, StringComparison.OrdinalIgnoreCase) ? Bracket : null;
            if (++lines == MostLines)
            {
                break;
            }
        }

        // Where every line begins with the same label, each is a record by itself.
        return first is not null && labels.Count > 1 ? new TextForm(TextLayout.Labels, first) : new TextForm(TextLayout.Lines, null);
    }

    /// <summary>Whether a record begins with the line.</summary>
    public bool IsHead(ReadOnlySpan<char> line) => Layout switch
    {
        TextLayout.Times => TimeLength(line) > 0,
        TextLayout.Labels => FirstLabel == Bracket
            ? line.StartsWith(Bracket, StringComparison.OrdinalIgnoreCase)
            : line.StartsWith(FirstLabel, StringComparison.Ordinal) && LabelOf(line) == FirstLabel,
        _ => true,
    };

    /// <summary>The name before the colon that a line has near its beginning, or null.</summary>
    public static string? LabelOf(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, 40)].IndexOf(':');
        return colon > 0 && char.IsLetter(line[0]) ? line[..colon].TrimEnd().ToString() : null;
    }

    /// <summary>How long the time is that a line begins with, brackets around it included; 0 where it begins with none.</summary>
    public static int TimeLength(ReadOnlySpan<char> line)
    {
        var bracket = !line.IsEmpty && line[0] == '[' ? 1 : 0;
        if (line.Length <= bracket || !char.IsAsciiLetterOrDigit(line[bracket]) || LogTime.Read(line[bracket..], null, out var length) is null)
        {
            return 0;
        }

        length += bracket;
        return bracket > 0 && length < line.Length && line[length] == ']' ? length + 1 : length;
    }
}
