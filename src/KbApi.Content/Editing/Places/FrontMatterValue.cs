using KbApi.Content.Text;

namespace KbApi.Content.Editing.Places;

/// <summary>Writes the value of a key in front matter in the quotes that it stands in, or in double ones where it needs some.</summary>
internal static class FrontMatterValue
{
    public static (string? Written, EditRefusal? Refusal) Write(SourceText text, TextSpan span, string value)
    {
        if (value.Length == 0)
        {
            return (null, EditRefusal.Of(EditProblem.Empty, "title"));
        }

        var before = span.Start > 0 ? text.Content[span.Start - 1] : ' ';
        var quote = before is '"' or '\'' && span.End < text.Length && text.Content[span.End] == before ? before : ' ';
        if (quote != ' ')
        {
            // The reader takes quoted values as they stand, so none may hold an escape.
            return value.Contains(quote, StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal)
                ? (null, EditRefusal.Of(EditProblem.EndsMarkup, value.Contains(quote, StringComparison.Ordinal) ? quote.ToString() : "\\"))
                : (value, null);
        }

        return IsPlain(value) ? (value, null)
            : !value.AsSpan().ContainsAny('"', '\\') ? ('"' + value + '"', null)
            : !value.AsSpan().ContainsAny('\'', '\\') ? ('\'' + value + '\'', null)
            : (null, EditRefusal.Of(EditProblem.EndsMarkup, "\""));
    }

    /// <summary>Whether a text needs no quotes whatever it stands behind.</summary>
    private static bool IsPlain(string value) =>
        char.IsLetterOrDigit(value[0]) && !value.Contains(": ", StringComparison.Ordinal) && !value.EndsWith(':') && !value.Contains(" #", StringComparison.Ordinal);
}
