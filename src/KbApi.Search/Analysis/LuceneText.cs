using Lucene.Net.Util;

namespace KbApi.Search.Analysis;

/// <summary>What all of our use of Lucene has in common.</summary>
internal static class LuceneText
{
    /// <summary>The behaviour that analyzers and index keep to.</summary>
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;
}
