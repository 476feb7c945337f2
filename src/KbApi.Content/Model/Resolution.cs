using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Content.Model;

/// <summary>What to do about a problem.</summary>
/// <param name="Paragraphs">All of it, in order; at least one.</param>
/// <param name="Steps">Its steps, where it is written as a list; they stand in the paragraphs, too.</param>
/// <param name="Procedures">Ids of the procedures that it links to, in the same article.</param>
public sealed record Resolution(ImmutableArray<Prose> Paragraphs, ImmutableArray<Prose> Steps, ImmutableArray<string> Procedures)
{
    /// <summary>The paragraphs, with empty lines between them.</summary>
    public string Text => string.Join("\n\n", Paragraphs.Select(p => p.Text));
}

/// <summary>A link in an entry.</summary>
/// <param name="Text">What a reader clicks on.</param>
/// <param name="Target">The address as written: absolute, relative, or an anchor.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Link(string Text, string Target, TextSpan Span);
