using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Configuration;
using KbApi.Content.Diagnostics;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading;

namespace KbApi.Content.Loading;

/// <summary>The reader that a knowledge base's own schemes and lexicons make, and what is wrong with those.</summary>
internal sealed class ReaderConfiguration
{
    private readonly ImmutableArray<string> _stamps;

    private ReaderConfiguration(
        ImmutableArray<string> stamps, ImmutableArray<string> hashes, LexiconSet lexicons, CodeSchemeSet schemes, ImmutableArray<Diagnostic> diagnostics)
    {
        _stamps = stamps;
        Hashes = hashes;
        Schemes = schemes;
        Reader = new ArticleReader(lexicons, schemes);
        Diagnostics = diagnostics;
    }

    /// <summary>The content hashes of the configuring files, in order.</summary>
    public ImmutableArray<string> Hashes { get; }

    public CodeSchemeSet Schemes { get; }

    public ArticleReader Reader { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The configuration of these files; the same object as before where none has changed.</summary>
    public static ReaderConfiguration Read(IReadOnlyList<ContentFile> files, LoadOptions options, ReaderConfiguration? before)
    {
        ImmutableArray<string> stamps = [.. files.Select(f => f.RelativePath + "\n" + f.Stamp)];
        if (before is not null && before._stamps.SequenceEqual(stamps))
        {
            return before;
        }

        var lexicons = LexiconSet.LoadBuiltIn();
        var schemes = CodeSchemeSet.LoadBuiltIn();
        var hashes = ImmutableArray.CreateBuilder<string>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var file in files)
        {
            try
            {
                var yaml = ReadText(file, options, diagnostics);
                hashes.Add(yaml?.ContentHash ?? "");
                if (yaml is not null && ContentLayout.IsSchemes(file.RelativePath))
                {
                    schemes = schemes.With(yaml.Content);
                }
                else if (yaml is not null)
                {
                    lexicons = lexicons.With(yaml.Content);
                }
            }
            catch (FormatException e)
            {
                var position = (e as ConfigurationException)?.Position ?? default;
                diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.Configuration, new Location(file.ShownPath, default, position, position), e.Message));
            }
        }

        return new ReaderConfiguration(stamps, hashes.ToImmutable(), lexicons, schemes, diagnostics.ToImmutable());
    }

    private static Text.SourceText? ReadText(ContentFile file, LoadOptions options, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (file.Length > options.MaxFileBytes)
        {
            diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.TooLarge, Location.OfFile(file.ShownPath), file.Length, options.MaxFileBytes));
            return null;
        }

        try
        {
            var (text, problem) = TextDecoder.Decode(file.Read(), file.ShownPath);
            if (problem is not null)
            {
                diagnostics.Add(problem);
            }

            return text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.CannotOpen, Location.OfFile(file.ShownPath), e.Message));
            return null;
        }
    }
}
