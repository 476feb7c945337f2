namespace KbApi.Server.Budget;

/// <summary>
/// The documented estimate of tokens: one for every three bytes of UTF-8, rounded up. Tokenisers in use need fewer for European languages
/// and about as many for Chinese, Japanese and Korean, so a body within the estimate is within what a model counts.
/// </summary>
internal static class TokenEstimate
{
    public const int BytesPerToken = 3;
    public const int MinTokens = 64;
    public const int MaxTokens = 1_000_000;

    public static int Of(int bytes) => (bytes + BytesPerToken - 1) / BytesPerToken;

    /// <summary>The largest body that a budget allows.</summary>
    public static int BytesFor(int tokens) => tokens * BytesPerToken;
}
