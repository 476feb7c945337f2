using System.Buffers;
using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs.Reading;

/// <summary>Finds labelled values in a line of text: <c>Event ID: 31003</c>, <c>source=PasswordResetService</c>, <c>Event 31003</c>.</summary>
internal static class InlineLabels
{
    /// <summary>Labels stand at the beginning; what follows is text.</summary>
    private const int MostChars = 1000;
    private const int MostWords = 3;
    private const int FewestLabelChars = 3;
    private const int FewestDigits = 3;

    private const int MostNameChars = 60;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\t\r\n,;|:=\"[]<>");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n,;|\"'()[]<>");

    public static void Read(ReadOnlySpan<char> text, LogVocabulary vocabulary, EventBuilder fields)
    {
        text = text[..Math.Min(text.Length, MostChars)];
        Span<int> starts = stackalloc int[MostWords];
        var words = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordChar(text[i]))
            {
                // A label of several words has nothing but one blank between them.
                words = text[i] == ' ' && i > 0 && IsWordChar(text[i - 1]) ? words : 0;
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsWordChar(text[i]))
            {
                i++;
            }

            if (words > 0 && !text[start..i].ContainsAnyExceptInRange('0', '9') && i - start >= FewestDigits && NameBefore(text, starts[..words], start - 1, vocabulary) is { Field: LogField.EventId } number)
            {
                fields.Add(number, text[start..i]);
            }

            if (words == MostWords)
            {
                starts[1..].CopyTo(starts);
                words--;
            }

            starts[words++] = start;
            var separator = i;
            while (separator < text.Length && text[separator] == ' ')
            {
                separator++;
            }

            if (separator < text.Length && text[separator] is ':' or '=' && NameBefore(text, starts[..words], i, vocabulary) is { } name && name.Field is not (LogField.Message or LogField.Time))
            {
                i = AddValue(text, separator + 1, name, fields);
                words = 0;
            }
        }
    }

    private static FieldName? NameBefore(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, int end, LogVocabulary vocabulary)
    {
        foreach (var start in starts)
        {
            if (end - start >= FewestLabelChars && vocabulary.FieldOf(text[start..end]) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static int AddValue(ReadOnlySpan<char> text, int start, FieldName name, EventBuilder fields)
    {
        while (start < text.Length && text[start] is ' ' or '\t' or '"' or '\'')
        {
            start++;
        }

        var length = text[start..].IndexOfAny(ValueEnds);
        var end = length < 0 ? text.Length : start + length;
        if (name.Field == LogField.Source && text[start..].IndexOfAny(NameEnds) is > 0 and <= MostNameChars and var whole && text[start + whole] is (',' or ';' or '|'))
        {
            // Names of programs may have blanks where something else ends them.
            end = start + whole;
        }

        fields.Add(name, text[start..end].TrimEnd('.'));
        return end;
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or '\'' or '\u2019';
}
