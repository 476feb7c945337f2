using KbApi.Content.Text;

namespace KbApi.Content.Diagnostics;

/// <summary>A place in a file.</summary>
/// <param name="Path">The file's path as it was given, with forward slashes.</param>
/// <param name="Span">The characters meant; empty at 0 where the file as a whole is meant.</param>
/// <param name="Start">Line and column where the span begins, from 0.</param>
/// <param name="End">Line and column behind its last character, from 0.</param>
public sealed record Location(string Path, TextSpan Span, LinePosition Start, LinePosition End)
{
    /// <summary>A place in a text.</summary>
    public static Location In(SourceText text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Location(text.Path, span, text.GetLinePosition(span.Start), text.GetLinePosition(span.End));
    }

    /// <summary>A whole file, for findings about files whose text is not known.</summary>
    public static Location OfFile(string path) => new(path, default, default, default);
}
