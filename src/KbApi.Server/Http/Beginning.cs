namespace KbApi.Server.Http;

/// <summary>The beginning of what somebody sent, as it is repeated, looked up or kept.</summary>
internal static class Beginning
{
    /// <summary>At most so many UTF-16 units of a text; a character of two is never cut in half.</summary>
    public static string Of(string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The same, with <paramref name="mark"/> behind what was cut.</summary>
    public static string Of(string text, int most, string mark) => text.Length <= most ? text : Of(text, most) + mark;
}
