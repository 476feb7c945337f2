using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Reads documents that have no title and whose file is named by a code: <c>E0005.md</c>. Their first sentence states the problem.</summary>
internal static class FileOfCode
{
    /// <summary>The code that the name of a file is, where its form alone tells so; null for other names.</summary>
    public static ErrorCode? Find(string path, CodeScanner codes)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return codes.Scan(name, CodeContext.Prose) is [{ Start: 0 } only] && only.Length == name.Length
            && only.Code.Scheme is not (BuiltInSchemes.Number or BuiltInSchemes.Event or BuiltInSchemes.Http or BuiltInSchemes.Constant or BuiltInSchemes.Symbol)
                ? only.Code : null;
    }

    /// <summary>The sentence that a document opens with; empty where it has no paragraph.</summary>
    public static InlineText FirstSentence(Outline outline, InlineTextReader inlines, Lexicon lexicon)
    {
        foreach (var section in outline.Sections)
        {
            foreach (var block in section.Blocks)
            {
                if (block is ParagraphBlock && inlines.Read(block) is { IsEmpty: false } text)
                {
                    return text.To(SentenceSplitter.First(TextRange.All(text), lexicon).End);
                }
            }
        }

        return InlineText.Empty;
    }
}
