using KbApi.Content.Model;

namespace KbApi.Content.Loading;

/// <summary>How a knowledge base is loaded.</summary>
public sealed record LoadOptions
{
    /// <summary>The locale that answers are in where no other fits, and that documents are in that state none. <c>en-US</c> by default.</summary>
    public LocaleTag DefaultLocale { get; init; } = LocaleTag.Parse("en-US");

    /// <summary>The largest file that is read, in bytes; larger ones are reported. 16 MiB by default.</summary>
    public long MaxFileBytes { get; init; } = 16 * 1024 * 1024;
}
