using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Alignment;

/// <summary>An article in all its locales, and how its translations correspond to it. Worked out once, for all rules.</summary>
internal sealed class LocaleSetSyntax
{
    private readonly Lazy<ImmutableArray<DocumentAlignment>> _alignments;

    public LocaleSetSyntax(ImmutableArray<DocumentSyntax> documents, LocaleTag defaultLocale)
    {
        Documents = documents;
        Source = documents.FirstOrDefault(d => d.Article.Locale == defaultLocale);
        Reference = Source ?? documents[0];
        _alignments = new Lazy<ImmutableArray<DocumentAlignment>>(() => [.. Documents.Where(d => d != Reference).Select(d => new DocumentAlignment(Reference, d))]);
    }

    public ImmutableArray<DocumentSyntax> Documents { get; }

    public DocumentSyntax? Source { get; }

    /// <summary>The source, else the first document: what all others are compared with.</summary>
    public DocumentSyntax Reference { get; }

    public ImmutableArray<DocumentAlignment> Alignments => _alignments.Value;
}
