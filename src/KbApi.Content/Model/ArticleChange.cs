using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>What differs between the articles of one knowledge base and of the next.</summary>
/// <param name="Removed">Articles that are gone or have become others, the very objects.</param>
/// <param name="Added">Articles that are new or what others have become.</param>
/// <param name="Articles">All articles that there are now, in order.</param>
internal sealed record ArticleChange(IReadOnlyCollection<Article> Removed, IReadOnlyCollection<Article> Added, ImmutableArray<Article> Articles);
