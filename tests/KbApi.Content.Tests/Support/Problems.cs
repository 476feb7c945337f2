namespace KbApi.Content.Tests.Support;

/// <summary>Asserts that a checker found nothing, and shows what it found.</summary>
internal static class Problems
{
    private const int MaxShown = 20;

    public static void AssertNone(IEnumerable<string> problems)
    {
        var found = problems.ToList();
        Assert.True(found.Count == 0, $"{found.Count} problems:\n{string.Join('\n', found.Take(MaxShown))}");
    }
}
