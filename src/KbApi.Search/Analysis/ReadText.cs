namespace KbApi.Search.Analysis;

/// <summary>The words of a text, in order: where each stands and what it is found by.</summary>
/// <param name="Starts">Where each begins, as an offset in UTF-16 code units.</param>
/// <param name="Ends">Where each ends.</param>
/// <param name="Terms">What each is found by; equal words share it.</param>
internal sealed record ReadText(int[] Starts, int[] Ends, ExpandedTerm[] Terms);
