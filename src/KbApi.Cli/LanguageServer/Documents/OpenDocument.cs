using System.Text;
using KbApi.Content.Loading;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Documents;

/// <summary>A document as it stands in the editor, saved or not. Immutable.</summary>
/// <param name="Uri">What the client calls it.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Version">The client's number of this text.</param>
/// <param name="Text">The text.</param>
internal sealed record OpenDocument(string Uri, string Path, int Version, SourceText Text)
{
    public static OpenDocument Create(string uri, string path, int version, string text) => new(uri, path, version, SourceText.From(text, path));

    /// <summary>The document after changes.</summary>
    public OpenDocument With(int version, string text) => this with { Version = version, Text = SourceText.From(text, Path) };

    /// <summary>The document in the place of its file.</summary>
    /// <param name="path">What the content calls the file.</param>
    /// <param name="relativePath">Its path below the content's root.</param>
    public ContentFile ToContentFile(string path, string relativePath)
    {
        var text = Text;
        return new ContentFile(path, relativePath, "open:" + text.ContentHash, Encoding.UTF8.GetByteCount(text.Content), () => Encoding.UTF8.GetBytes(text.Content));
    }
}
