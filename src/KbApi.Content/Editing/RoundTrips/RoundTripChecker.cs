using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Editing.Cells;
using KbApi.Content.Editing.Places;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Syntax;

namespace KbApi.Content.Editing.RoundTrips;

/// <summary>
/// Proves that files are written as they were read: decoded, read into a model all of whose places lie in the text, cut into cells and
/// blocks, each cell taken apart and written again, put together and encoded. Thread-safe.
/// </summary>
/// <param name="options">How documents are read.</param>
public sealed class RoundTripChecker(LoadOptions options)
{
    private readonly DocumentParser _parser = new();

    /// <summary>Checks files, those that configure the reader among them; the results have the order of the documents.</summary>
    /// <param name="files">The files.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ImmutableArray<RoundTrip> Check(IReadOnlyList<ContentFile> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var reader = ReaderConfiguration.Read([.. files.Where(f => ContentLayout.IsConfiguration(f.RelativePath))], options, before: null).Reader;
        var documents = files.Where(f => !ContentLayout.IsConfiguration(f.RelativePath)).ToList();
        var results = new RoundTrip[documents.Count];
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, documents.Count, parallel, i =>
        {
            var layout = ContentLayout.Of(documents[i]);
            results[i] = Check(documents[i], text => reader.Read(text, layout.ArticleId, layout.Locale ?? options.DefaultLocale));
        });
        return [.. results];
    }

    private RoundTrip Check(ContentFile file, Func<SourceText, Article> read)
    {
        var bytes = file.Read();
        var (text, problem) = TextDecoder.Decode(bytes, file.Path);
        if (text is null)
        {
            return new RoundTrip(file.Path, RoundTripOutcome.NotText, 0, problem!.GetMessage(CultureInfo.InvariantCulture), 0, 0);
        }

        var document = _parser.Parse(text).Document;
        var pieces = DocumentPieces.Of(document, text.Length);
        var spans = ModelSpans.Of(read(text)).ToList();
        var result = new RoundTrip(file.Path, RoundTripOutcome.Identical, 0, null, pieces.Count(p => p.IsCell), spans.Count);
        return CheckSpans(result, text, spans) ?? CheckBytes(result, text, bytes, pieces) ?? CheckCells(result, text, document, pieces) ?? result;
    }

    private static RoundTrip? CheckSpans(RoundTrip result, SourceText text, List<(string What, TextSpan Span, IReadOnlyList<TextSpan> Within)> spans) =>
        spans.Find(s => !s.Within.Any(w => w.Contains(s.Span))) is { What: { } what } outside
            ? result with { Outcome = RoundTripOutcome.SpanOutside, Line = text.GetLine(outside.Span.Start) + 1, Detail = what }
            : null;

    private static RoundTrip? CheckBytes(RoundTrip result, SourceText text, byte[] bytes, List<DocumentPiece> pieces)
    {
        var written = DocumentPieces.Write(text.Content, pieces);
        if (TextBytes.Encode(written, TextBytes.EncodingOf(bytes)).AsSpan().SequenceEqual(bytes))
        {
            return null;
        }

        var same = written.AsSpan().CommonPrefixLength(text.Content);
        var detail = text.Content.Substring(same, Math.Min(40, text.Length - same));
        return result with { Outcome = RoundTripOutcome.BytesDiffer, Line = text.GetLine(same) + 1, Detail = detail };
    }

    /// <summary>What an edit would write for a cell is read as what stands there.</summary>
    private RoundTrip? CheckCells(RoundTrip result, SourceText text, MarkdownDocument document, List<DocumentPiece> pieces)
    {
        LoneReader? reader = null;
        foreach (var (span, _) in pieces.Where(p => p.IsCell))
        {
            var raw = text[span];
            var written = CellWriter.Write(CellText.Parse(raw).ToMarkdown(), LineBreakTag.Default);
            if (written != raw)
            {
                reader ??= new LoneReader(_parser, document);
                if (reader.ReadCell(raw) != reader.ReadCell(written))
                {
                    return result with { Outcome = RoundTripOutcome.CellDiffers, Line = text.GetLine(span.Start) + 1, Detail = raw };
                }
            }
        }

        return null;
    }
}
