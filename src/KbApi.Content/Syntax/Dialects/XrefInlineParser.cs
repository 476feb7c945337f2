using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>References to things by their unique name: <c>&lt;xref:System.String.Format%2A&gt;</c>, <c>@System.String</c>. Readers see a short name.</summary>
internal sealed class XrefInlineParser : InlineParser
{
    private const string Opening = "<xref:";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");

    public XrefInlineParser() => OpeningCharacters = ['<', '@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = DialectText.Ahead(slice);
        if (text[0] == '@')
        {
            var name = IsPartOfWord(slice.PeekCharExtra(-1)) ? [] : AtName(text);
            return !name.IsEmpty && DialectText.Take(processor, ref slice, name.Length + 1, Reference(name));
        }

        var end = text.StartsWith(Opening, StringComparison.OrdinalIgnoreCase) ? text.IndexOf('>') : -1;
        return end > Opening.Length && !text[..end].ContainsAny(" \r\n") && DialectText.Take(processor, ref slice, end + 1, Reference(text[Opening.Length..end]));
    }

    private static HiddenInline Reference(ReadOnlySpan<char> uid) => new() { Text = NameOf(uid), Kind = InlineMarkKind.Link, Target = "xref:" + uid.ToString() };

    /// <summary>A dotted name behind the sign whose parts begin with capitals, without a full stop at its end; anything else is an address or annotation.</summary>
    private static ReadOnlySpan<char> AtName(ReadOnlySpan<char> text)
    {
        var name = text[1..];
        var end = name.IndexOfAnyExcept(NameCharacters);
        name = (end < 0 ? name : name[..end]).TrimEnd('.');
        var parts = 0;
        foreach (var part in name.Split('.'))
        {
            if (name[part] is not [>= 'A' and <= 'Z', ..])
            {
                return [];
            }

            parts++;
        }

        return parts > 1 ? name : [];
    }

    /// <summary>The last part of a unique name, or its last two or all where the reference asks for them.</summary>
    private static string NameOf(ReadOnlySpan<char> uid)
    {
        var query = uid.IndexOf('?');
        var name = Uri.UnescapeDataString((query < 0 ? uid : uid[..query]).ToString()).TrimEnd('*');
        var options = query < 0 ? [] : uid[query..];
        var parameters = name.IndexOf('(', StringComparison.Ordinal);
        var parts = (parameters < 0 ? name : name[..parameters]).Split('.');
        return options.Contains("fullName", StringComparison.OrdinalIgnoreCase) ? name
            : options.Contains("nameWithType", StringComparison.OrdinalIgnoreCase) ? string.Join('.', parts.TakeLast(2))
            : parts[^1];
    }

    private static bool IsPartOfWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '/' or '`';
}
