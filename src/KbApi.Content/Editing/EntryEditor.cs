using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Editing.Places;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Editing;

/// <summary>One field of one entry in one locale, and what it shall say.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Locale">The locale of the text.</param>
/// <param name="Field">The field.</param>
/// <param name="Markdown">The new text, as Markdown.</param>
public sealed record EntryEdit(string EntryId, LocaleTag Locale, FieldName Field, string Markdown)
{
    /// <summary>Whether the entry may be called differently afterwards; an id of a symptom or a code changes with it.</summary>
    public bool MayRename { get; init; }
}

/// <summary>
/// Changes fields of entries in their documents: the characters of one cell or block, and no other. The changed document is read again with
/// all the others; an edit that turns out to be anything but what was asked for is refused. Not for several threads.
/// </summary>
/// <param name="files">The content.</param>
/// <param name="loader">Loads the content; what it has read already need not be read again.</param>
public sealed class EntryEditor(IReadOnlyList<ContentFile> files, KnowledgeBaseLoader loader)
{
    private readonly DocumentParser _parser = new();
    private readonly List<ContentFile> _files = [.. files];
    private KnowledgeBase? _knowledgeBase;

    /// <summary>The content with the edits made so far.</summary>
    public KnowledgeBase KnowledgeBase => _knowledgeBase ??= loader.Load(_files);

    /// <summary>Makes an edit in memory; nothing is written. Further edits build on those that were made.</summary>
    /// <returns>The file with the edit, compared with what it was before this edit; or why the edit was refused.</returns>
    public EditResult Edit(EntryEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (KnowledgeBase.Entries.Find(edit.EntryId) is not { } all)
        {
            return Refused(EditProblem.NoEntry, edit.EntryId);
        }

        if (all.In(edit.Locale) is not { } entry)
        {
            return Refused(EditProblem.NoLocale, edit.Locale.Value, string.Join(", ", all.Variants.Select(v => v.Locale.Value)));
        }

        var article = KnowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)!;
        // What names an entry without symptoms of its own is the symptom.
        var name = edit.Field is { Field: EntryField.Symptom } && entry.Symptoms.IsEmpty ? edit.Field with { Field = EntryField.Title } : edit.Field;
        var (span, refusal) = FindPlace(entry, name, article.Text);
        return refusal is not null ? new EditResult(null, refusal) : Edit(edit with { Field = name }, entry, article, span);
    }

    private static (TextSpan Span, EditRefusal? Refusal) FindPlace(Entry entry, FieldName name, SourceText text)
    {
        var places = FieldPlaces.Find(entry, name.Field, text);
        if (places.IsEmpty)
        {
            return (default, EditRefusal.Of(EditProblem.NoField, EntryText.NameOf(name.Field)));
        }

        if (name.Number is { } number)
        {
            return number <= places.Length
                ? (places[number - 1], null)
                : (default, EditRefusal.Of(EditProblem.NoSuchPlace, EntryText.NameOf(name.Field), Number(places.Length)));
        }

        return places.Length == 1 ? (places[0], null) : (default, EditRefusal.Of(
            EditProblem.SeveralPlaces,
            EntryText.NameOf(name.Field),
            Number(places.Length),
            string.Join(", ", places.Select(p => Number(text.GetLine(p.Start) + 1)))));
    }

    private EditResult Edit(EntryEdit edit, Entry entry, Article article, TextSpan span)
    {
        var text = article.Text;
        var document = _parser.Parse(text).Document;
        var place = new PlaceReader(text, document).Read(span, edit.Field.Field);
        var value = new NewText(edit.Markdown, _parser);
        var (written, refusal) = new PlaceWriter(text).Write(place, value);
        if (refusal is not null)
        {
            return new EditResult(null, refusal);
        }

        var index = _files.FindIndex(f => f.Path == text.Path);
        var before = _files[index].Read();
        span = place.Span;
        if (written == text[span])
        {
            return new EditResult(EditedFile.Create(_files[index], before, text, []), null);
        }

        var file = EditedFile.Create(_files[index], before, text, [new TextChange(span, written!)]);
        var content = written!.AsSpan();
        var start = span.Start + content.Length - content.TrimStart().Length;
        var intended = new IntendedEdit(
            entry, edit.Field.Field, span, new TextSpan(start, content.Trim().Length), new LoneReader(_parser, document).Read(place.Kind, value, content.Trim().ToString()), edit.MayRename);
        return Accept(file, index, article, intended);
    }

    private EditResult Accept(EditedFile file, int index, Article article, IntendedEdit intended)
    {
        var old = _files[index];
        _files[index] = file.ToContentFile();
        var after = loader.Load(_files);
        if (new EditVerifier(KnowledgeBase, after).Verify(article, intended) is { } refusal)
        {
            _files[index] = old;
            return new EditResult(null, refusal);
        }

        _knowledgeBase = after;
        return new EditResult(file, null);
    }

    private static EditResult Refused(EditProblem problem, params ImmutableArray<string> arguments) => new(null, EditRefusal.Of(problem, arguments));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
