using KbApi.Search.Tests.Support;

namespace KbApi.Search.Tests;

/// <summary>Any text is a query.</summary>
public sealed class AnyQueryTests(ContentIndex content) : IClassFixture<ContentIndex>
{
    [SeededProperty(MaxTest = 200)]
    public bool No_text_throws_and_hits_come_best_first(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var scores = content.Index.Find(text, "sv-SE").Hits.Select(h => h.Score).ToList();
        return scores.SequenceEqual(scores.OrderDescending());
    }
}
