namespace KbApi.Rules.Classification.Words;

/// <summary>Two neighbouring words as one number.</summary>
internal static class WordPair
{
    /// <summary>The number, or -1 where one of the words is in no document.</summary>
    public static long Of(int first, int second) => first >= 0 && second >= 0 ? ((long)first << 32) | (uint)second : -1;
}
