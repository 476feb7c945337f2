using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>What a document says of itself in its front matter: its locale, title and revision.</summary>
internal static class DocumentMetadata
{
    /// <summary>The front matter; what is wrong with it becomes a diagnostic.</summary>
    public static FrontMatter Read(SourceText source, MarkdownDocument document, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (document.FirstOrDefault() is not YamlFrontMatterBlock block)
        {
            return FrontMatter.None;
        }

        var span = InlineTextReader.SpanOf(block);
        var lines = block.Lines;
        var inner = lines.Count == 0
            ? new TextSpan(span.Start, 0)
            : TextSpan.FromBounds(lines.Lines[0].Slice.Start, Math.Max(lines.Lines[0].Slice.Start, lines.Lines[lines.Count - 1].Slice.End + 1));
        var frontMatter = FrontMatter.Read(source.Content, inner);
        if (frontMatter.Error is { } error)
        {
            diagnostics.Add(Diagnostic.Create(ReadingDiagnostics.FrontMatter, Location.In(source, inner), error));
        }

        return frontMatter;
    }

    /// <summary>The locale that the metadata states, or null.</summary>
    public static LocaleTag? LocaleOf(FrontMatter frontMatter) =>
        LocaleTag.TryParse(frontMatter.FirstOf("ms.contentlocale", "locale", "lang", "language"), out var locale) && DocumentLocales.Contains(locale) ? locale : null;

    /// <summary>The first heading, else what the metadata calls the document, else the name of its file.</summary>
    public static Prose TitleOf(DocumentContext context, FrontMatter frontMatter)
    {
        var heading = context.Outline.Sections.FirstOrDefault(s => s.Level == 1 && !s.Title.IsEmpty);
        if (heading is not null)
        {
            return TextRange.All(heading.Title).ToProse();
        }

        var name = frontMatter.FirstOf("title", "pageTitle") ?? Path.GetFileNameWithoutExtension(context.Source.Path);
        return new Prose(name.Length > 0 ? name : context.ArticleId, frontMatter.Span);
    }

    /// <summary>Which version of the document it is, and what made it.</summary>
    public static Revision RevisionOf(FrontMatter frontMatter, SourceText source) => new(
        frontMatter.FirstOf("ms.date", "date", "lastmod"),
        frontMatter.FirstOf("ms.sourcegitcommit", "source-revision"),
        frontMatter.FirstOf("ms.translationtype"),
        source.ContentHash);
}
