using System.Text;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Content.Tests.Editing;

/// <summary>Documents in memory, and one field of one of their entries at a time.</summary>
internal sealed class EditBench
{
    /// <summary>Keeps the lexicons, which take longer to read than any document here.</summary>
    private static readonly KnowledgeBaseLoader Loader = new();

    private readonly EntryEditor _editor;

    public EditBench(params (string Path, string Text)[] documents)
        : this(documents.Select(d => ContentFile.InMemory(d.Path, Encoding.UTF8.GetBytes(d.Text))).ToArray())
    {
    }

    public EditBench(IReadOnlyList<ContentFile> files) => _editor = new EntryEditor(files, Loader);

    public KnowledgeBase KnowledgeBase => _editor.KnowledgeBase;

    public EditResult Edit(string id, string field, string markdown, string locale = "en-US", bool mayRename = false)
    {
        Assert.True(FieldName.TryParse(field, out var name), field);
        return _editor.Edit(new EntryEdit(id, LocaleTag.Parse(locale), name, markdown) { MayRename = mayRename });
    }

    /// <summary>The document after an edit that is made.</summary>
    public string After(string id, string field, string markdown, string locale = "en-US", bool mayRename = false)
    {
        var result = Edit(id, field, markdown, locale, mayRename);
        Assert.True(result.Refusal is null, result.Refusal?.ToString());
        return Encoding.UTF8.GetString(result.File!.After.Span);
    }

    /// <summary>Why an edit is refused.</summary>
    public EditRefusal Refusal(string id, string field, string markdown, bool mayRename = false)
    {
        var result = Edit(id, field, markdown, mayRename: mayRename);
        Assert.Null(result.File);
        return result.Refusal!;
    }

    /// <summary>One document in which an edit replaces the first text by the second and nothing else.</summary>
    public static void Replaces(string document, string id, string field, string markdown, string old, string written, bool mayRename = false)
    {
        var at = document.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0 && document.IndexOf(old, at + 1, StringComparison.Ordinal) < 0, "The old text stands there once.");
        Assert.Equal(document[..at] + written + document[(at + old.Length)..], new EditBench(("a.md", document)).After(id, field, markdown, mayRename: mayRename));
    }
}
