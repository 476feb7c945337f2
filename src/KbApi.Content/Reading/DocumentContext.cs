using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading;

/// <summary>What all readers of one document share.</summary>
internal sealed class DocumentContext
{
    public required SourceText Source { get; init; }

    public required string ArticleId { get; init; }

    public required LocaleTag Locale { get; init; }

    /// <summary>The title that the front matter states, or empty.</summary>
    public InlineText StatedTitle { get; init; } = InlineText.Empty;

    /// <summary>The code that the document's file is named by; null where the document has a title or the name is no code.</summary>
    public ErrorCode? FileCode { get; init; }

    public required Lexicon Lexicon { get; init; }

    public required CodeSchemeSet Schemes { get; init; }

    public required CodeScanner Codes { get; init; }

    public required InlineTextReader Inlines { get; init; }

    public required Outline Outline { get; init; }

    public int LineOf(int position) => Source.GetLine(position) + 1;

    /// <summary>The span without blanks and empty lines at its end: the parser counts some of them to lists, and one too many to an open fence.</summary>
    public TextSpan Trimmed(TextSpan span) =>
        span with { Length = Source.Content.AsSpan(span.Start, Math.Min(span.End, Source.Length) - span.Start).TrimEnd().Length };

    /// <summary>A section's heading and all below it.</summary>
    public TextSpan SpanOf(OutlineSection section)
    {
        var start = section.Heading!.Span.Start;
        return Trimmed(TextSpan.FromBounds(start, Math.Max(start, section.End)));
    }

    public string ItemId(string name) => $"{ArticleId}/{name}";
}
