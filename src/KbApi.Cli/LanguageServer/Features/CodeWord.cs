using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>A documented code at a place of a document.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Owners">The entries that it leads to; those that are about it first.</param>
internal sealed record CodeWord(TextSpan Span, ImmutableArray<CodeOwner> Owners)
{
    private const int MaxLength = 200;

    /// <summary>The entries that are about the code; where none is, those that mention it.</summary>
    public IEnumerable<CodeOwner> Main => Owners.Any(o => o.Role == CodeRole.Identifying) ? Owners.Where(o => o.Role == CodeRole.Identifying) : Owners;

    /// <summary>The code at an offset: one that an entry has there, else a word that is a documented code; or null.</summary>
    public static CodeWord? At(ContentSnapshot snapshot, SourceText text, Article? article, int offset)
    {
        var codes = snapshot.KnowledgeBase.Codes;
        foreach (var entry in article?.Entries ?? [])
        {
            if (entry.Codes.FirstOrDefault(c => !c.Span.IsEmpty && c.Span.Start <= offset && offset <= c.Span.End) is { } known)
            {
                var owners = codes.Find(known.Code.Value, known.Code.Source, known.Code.Scheme).Owners;
                return new CodeWord(known.Span, owners.IsEmpty ? [new CodeOwner(entry.Id, known.Code, known.Role)] : owners);
            }
        }

        return WordAt(text, offset) is { } span && OwnersOf(codes, text[span]) is { IsEmpty: false } found ? new CodeWord(span, found) : null;
    }

    /// <summary>The entries of a word that can be nothing but a code; small letters alone may be a word of the language.</summary>
    public static ImmutableArray<CodeOwner> OwnersOf(CodeIndex codes, string word)
    {
        if (!word.Any(char.IsAsciiLetterOrDigit))
        {
            return [];
        }

        var hasMark = word.Any(c => char.IsAsciiDigit(c) || c == '_');
        var found = hasMark || word.Skip(1).Any(char.IsAsciiLetterUpper) ? codes.FindIn(word) : [];
        return found is [var mention] && (hasMark || mention.Owners.Any(o => o.Code.Value == word)) ? mention.Owners : [];
    }

    /// <summary>The word around an offset that could be a code: letters, digits, <c>_</c>, and <c>-</c> and <c>.</c> between them.</summary>
    public static TextSpan? WordAt(SourceText text, int offset)
    {
        var content = text.Content;
        var start = Math.Min(offset, content.Length);
        while (start > 0 && IsPart(content[start - 1]) && offset - start < MaxLength)
        {
            start--;
        }

        var end = Math.Min(offset, content.Length);
        while (end < content.Length && IsPart(content[end]) && end - offset < MaxLength)
        {
            end++;
        }

        while (end > start && content[end - 1] is '.' or '-')
        {
            end--;
        }

        // A sign belongs to a number, a hyphen to nothing.
        while (start < end && (content[start] is '.' || (content[start] is '-' && content.AsSpan(start + 1, end - start - 1).ContainsAnyExceptInRange('0', '9'))))
        {
            start++;
        }

        return end > start ? TextSpan.FromBounds(start, end) : null;
    }

    public static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.';
}
