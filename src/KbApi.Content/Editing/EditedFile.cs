using System.Collections.Immutable;
using KbApi.Content.Loading;
using KbApi.Content.Text;

namespace KbApi.Content.Editing;

/// <summary>A document before and after.</summary>
/// <param name="File">The file.</param>
/// <param name="Before">Its bytes before.</param>
/// <param name="After">Its bytes after.</param>
/// <param name="Text">Its text before.</param>
/// <param name="Changes">What was changed in the text, in order, none overlapping another.</param>
public record EditedFile(ContentFile File, ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After, SourceText Text, ImmutableArray<TextChange> Changes)
{
    /// <summary>A file with changes made to its text; its encoding stays.</summary>
    /// <param name="file">The file.</param>
    /// <param name="before">Its bytes.</param>
    /// <param name="text">Its text.</param>
    /// <param name="changes">The changes, in any order.</param>
    /// <exception cref="ArgumentException">Changes overlap, or lie outside the text.</exception>
    public static EditedFile Create(ContentFile file, byte[] before, SourceText text, IEnumerable<TextChange> changes)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<TextChange> ordered = [.. changes.OrderBy(c => c.Span)];
        var after = TextBytes.Encode(TextChanges.Apply(text.Content, ordered), TextBytes.EncodingOf(before));
        return new EditedFile(file, before, after, text, ordered);
    }

    /// <summary>Whether there was no such file before.</summary>
    public bool IsNew { get; init; }

    /// <summary>A file that there is not yet.</summary>
    /// <param name="path">Where it will stand.</param>
    /// <param name="relativePath">Its path below the content's root.</param>
    /// <param name="bytes">What will be in it.</param>
    public static EditedFile New(string path, string relativePath, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(bytes);
        var file = ContentFile.InMemory(relativePath, []) with { Path = path };
        var encoding = TextBytes.EncodingOf(bytes);
        var change = new TextChange(default, encoding.GetString(bytes.AsSpan(encoding.Preamble.Length)));
        return new EditedFile(file, ReadOnlyMemory<byte>.Empty, bytes, SourceText.From("", path), [change]) { IsNew = true };
    }

    /// <summary>Whether any byte differs.</summary>
    public bool IsChanged => !Before.Span.SequenceEqual(After.Span);

    /// <summary>The file as it is afterwards, in memory, under its own name.</summary>
    public ContentFile ToContentFile() => ContentFile.InMemory(File.RelativePath, After.ToArray()) with { Path = File.Path };
}
