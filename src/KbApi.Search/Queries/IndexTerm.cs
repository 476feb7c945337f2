using Lucene.Net.Index;

namespace KbApi.Search.Queries;

/// <summary>A term of the index, found once for all that is asked of it.</summary>
/// <param name="Text">The term.</param>
/// <param name="Context">Where the index has it.</param>
internal sealed record IndexTerm(string Text, TermContext Context)
{
    /// <summary>How many documents have it.</summary>
    public int Count => Context.DocFreq;
}
