using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Content.Reading;

namespace KbApi.Content.Loading;

/// <summary>What became of a file: an article, or diagnostics that say why there is none.</summary>
internal sealed record LoadedFile(string RelativePath, string Stamp, string ContentHash, Article? Article, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The files that it looked for to include, and what their stamps were; null where there was none.</summary>
    public IReadOnlyDictionary<string, string?> Includes { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Whether it would be read alike from a file, with what that includes.</summary>
    public bool IsCurrent(ContentFile file, ContentIncludes includes) =>
        Stamp == file.Stamp && WasOpened && (Includes.Count == 0 || Includes.All(i => includes.StampOf(i.Key) == i.Value));

    /// <summary>A file that could not be opened may open the next time, without having changed.</summary>
    private bool WasOpened => Article is not null || Diagnostics.All(d => d.Descriptor != ReadingDiagnostics.CannotOpen);

    public static LoadedFile Read(ContentFile file, ArticleReader reader, ContentIncludes includes, LoadOptions options)
    {
        if (file.Length > options.MaxFileBytes)
        {
            return Refused(file, Diagnostic.Create(ReadingDiagnostics.TooLarge, Location.OfFile(file.ShownPath), file.Length, options.MaxFileBytes));
        }

        byte[] bytes;
        try
        {
            bytes = file.Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused(file, Diagnostic.Create(ReadingDiagnostics.CannotOpen, Location.OfFile(file.ShownPath), e.Message));
        }

        var (text, problem) = TextDecoder.Decode(bytes, file.ShownPath);
        if (text is null)
        {
            return Refused(file, problem!);
        }

        var layout = ContentLayout.Of(file);
        var used = includes.For(file.RelativePath);
        var article = reader.Read(text, layout.ArticleId, layout.Locale ?? options.DefaultLocale, [], used);
        return new LoadedFile(file.RelativePath, file.Stamp, text.ContentHash, article, article.Diagnostics) { Includes = used.Used };
    }

    private static LoadedFile Refused(ContentFile file, Diagnostic problem) => new(file.RelativePath, file.Stamp, "", Article: null, [problem]);
}
