using System.Collections.Immutable;

namespace KbApi.Content.Lookup;

/// <summary>A documented code in a text that somebody typed.</summary>
/// <param name="Start">Where it begins, as an offset in UTF-16 code units.</param>
/// <param name="Length">How long it is as typed.</param>
/// <param name="IsCertain">Whether it can be nothing but a code; words that only together spell a name may be meant as words.</param>
/// <param name="Owners">The entries that it leads to; those that are about it first.</param>
public sealed record CodeMention(int Start, int Length, bool IsCertain, ImmutableArray<CodeOwner> Owners)
{
    /// <summary>The offset behind it.</summary>
    public int End => Start + Length;
}
