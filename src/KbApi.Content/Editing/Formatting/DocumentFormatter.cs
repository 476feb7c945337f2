using System.Collections.Immutable;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Reading;
using KbApi.Content.Rendering;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Editing.Formatting;

/// <summary>
/// Lays documents out as this project writes them: tables, lines and bullets. What a document says stays: each kind of change that would make the
/// model or the rendered page another is left out. Formatting what is formatted changes nothing. Thread-safe.
/// </summary>
public sealed class DocumentFormatter
{
    private const int MaxRounds = 4;

    private readonly DocumentParser _parser = new();
    private readonly DocumentRenderer _renderer = new();
    private readonly ArticleReader _reader;
    private readonly LoadOptions _options;

    /// <summary>A formatter for documents that are read with a content's configuration.</summary>
    /// <param name="files">The content; only the files that configure the reader are used.</param>
    /// <param name="options">How it is loaded.</param>
    public DocumentFormatter(IReadOnlyList<ContentFile> files, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _reader = ReaderConfiguration.Read([.. files.Where(f => ContentLayout.IsConfiguration(f.RelativePath))], options, before: null).Reader;
    }

    /// <summary>The file in canonical layout, compared with what it is; null where it is no text.</summary>
    public EditedFile? Format(ContentFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var bytes = file.Read();
        var (text, _) = TextDecoder.Decode(bytes, file.Path);
        if (text is null)
        {
            return null;
        }

        var layout = ContentLayout.Of(file);
        var formatted = Format(text, layout);
        return formatted == text.Content
            ? EditedFile.Create(file, bytes, text, [])
            : EditedFile.Create(file, bytes, text, LineChanges.Between(text, formatted));
    }

    private string Format(SourceText text, ContentLayout layout)
    {
        var current = text;
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = current.Content;
            foreach (var change in (ReadOnlySpan<Func<SourceText, MarkdownDocument, IEnumerable<TextChange>>>)[Markers, Tables, Lines])
            {
                current = Apply(current, change, layout);
            }

            if (current.Content == before)
            {
                return before;
            }
        }

        // What does not come to rest is left as it was.
        return text.Content;
    }

    private SourceText Apply(SourceText text, Func<SourceText, MarkdownDocument, IEnumerable<TextChange>> layout, ContentLayout place)
    {
        ImmutableArray<TextChange> changes = [.. layout(text, _parser.Parse(text).Document).Where(c => text[c.Span] != c.NewText)];
        if (changes.IsEmpty)
        {
            return text;
        }

        var changed = SourceText.From(TextChanges.Apply(text.Content, changes), text.Path);
        return SaysTheSame(text, changed, place) ? changed : text;
    }

    private bool SaysTheSame(SourceText before, SourceText after, ContentLayout place)
    {
        var (a, b) = (Read(before, place), Read(after, place));
        return a.Entries.Length == b.Entries.Length
            && a.Entries.Zip(b.Entries).All(e => e.First.Id == e.Second.Id && EntryText.Same(e.First, e.Second))
            && a.Sections.Select(s => (s.Title.Text, s.Level, s.Anchor)).SequenceEqual(b.Sections.Select(s => (s.Title.Text, s.Level, s.Anchor)))
            && a.Procedures.Select(p => (p.Id, p.Steps.Length)).SequenceEqual(b.Procedures.Select(p => (p.Id, p.Steps.Length)))
            && a.Ladders.Length == b.Ladders.Length && a.Checklists.Length == b.Checklists.Length
            && a.Diagnostics.Length >= b.Diagnostics.Length
            && Collapsed(_renderer.ToHtml(before)).SequenceEqual(Collapsed(_renderer.ToHtml(after)));
    }

    private Article Read(SourceText text, ContentLayout place) => _reader.Read(text, place.ArticleId, place.Locale ?? _options.DefaultLocale);

    /// <summary>A page without blanks, which mean nothing between its tags.</summary>
    private static IEnumerable<char> Collapsed(string html) => html.Where(c => !char.IsWhiteSpace(c));

    private static IEnumerable<TextChange> Markers(SourceText text, MarkdownDocument document) => MarkerLayouter.Changes(document, text);

    private static IEnumerable<TextChange> Tables(SourceText text, MarkdownDocument document) =>
        document.Descendants<Table>().Where(t => t is not HtmlTable && t.Count > 0).SelectMany(t => TableLayouter.Changes(t, text));

    private static IEnumerable<TextChange> Lines(SourceText text, MarkdownDocument document) => new LineLayouter(text, document).Changes();
}
