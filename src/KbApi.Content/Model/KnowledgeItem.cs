using KbApi.Content.Text;

namespace KbApi.Content.Model;

/// <summary>Something that an article knows and that can be asked for by id.</summary>
public abstract record KnowledgeItem : ILocalizable
{
    /// <summary>The same in every locale: the article's id, a slash, and an anchor, a code or a slug.</summary>
    public required string Id { get; init; }

    /// <summary>The locale of the text that it was read from.</summary>
    public required LocaleTag Locale { get; init; }

    /// <summary>The article that it was read from.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The anchor of the section that it stands in, or null before the first heading.</summary>
    public string? Section { get; init; }

    /// <summary>All that it was read from.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>First line, from 1: the table row, or the heading or lead-in that begins it.</summary>
    public required int StartLine { get; init; }

    /// <summary>Last line, from 1.</summary>
    public required int EndLine { get; init; }
}
