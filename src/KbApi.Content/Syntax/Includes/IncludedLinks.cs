namespace KbApi.Content.Syntax.Includes;

/// <summary>Makes what an included file refers to right for the file that includes it.</summary>
internal static class IncludedLinks
{
    /// <summary>The text with the addresses of its links and images below the folder of the included file.</summary>
    /// <param name="text">The included text.</param>
    /// <param name="path">The path by which it is included.</param>
    public static InlineText Rebase(InlineText text, string path)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        return folder.Length == 0 || !text.Marks.Any(IsRelative)
            ? text
            : text.WithMarks([.. text.Marks.Select(mark => IsRelative(mark) ? mark with { Target = folder + mark.Target } : mark)]);
    }

    private static bool IsRelative(InlineMark mark) =>
        mark is { Kind: InlineMarkKind.Link or InlineMarkKind.Image, Target: { Length: > 0 } target }
        && target[0] is not ('#' or '/' or '~' or '?') && !target.AsSpan().Contains(':');
}
