using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Content.Text;

namespace KbApi.Rules.Fixes;

/// <summary>A document before and after findings in it were mended.</summary>
/// <param name="File">The file.</param>
/// <param name="Before">Its bytes before.</param>
/// <param name="After">Its bytes after.</param>
/// <param name="Text">Its text before.</param>
/// <param name="Changes">What was changed in the text, in order, none overlapping another.</param>
/// <param name="Fixed">The findings that were mended.</param>
public sealed record FixedFile(
    ContentFile File, ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After, SourceText Text, ImmutableArray<TextChange> Changes, ImmutableArray<Diagnostic> Fixed)
    : EditedFile(File, Before, After, Text, Changes);
