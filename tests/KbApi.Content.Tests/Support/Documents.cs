using System.Text;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Reading;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Support;

/// <summary>Short ways to documents, read ones and unread ones.</summary>
internal static class Documents
{
    public static LexiconSet Lexicons { get; } = LexiconSet.LoadBuiltIn();

    public static ArticleReader Reader { get; } = new(Lexicons, CodeSchemeSet.LoadBuiltIn());

    public static LocaleTag English { get; } = LocaleTag.Parse("en-US");

    public static LocaleTag Swedish { get; } = LocaleTag.Parse("sv-SE");

    public static Article Read(string markdown, string locale = "en-US") =>
        Reader.Read(SourceText.From(markdown, "doc.md"), "doc", LocaleTag.Parse(locale));

    /// <summary>The only entry of a document of one table with these header cells and one row.</summary>
    public static Entry ReadRow(string header, string row, string locale = "en-US") =>
        Assert.Single(Read($"# Errors\n\n{header}\n{string.Join('|', header.Trim('|').Split('|').Select(_ => "---"))}|\n{row}\n", locale).Entries);

    public static KnowledgeBase Load(params (string Path, string Text)[] files) =>
        new KnowledgeBaseLoader().Load(InMemory(files));

    public static ContentFile[] InMemory(params (string Path, string Text)[] files) =>
        [.. files.Select(f => ContentFile.InMemory(f.Path, Encoding.UTF8.GetBytes(f.Text)))];
}
