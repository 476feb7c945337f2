using System.Collections.Frozen;

namespace KbApi.Content.Model;

/// <summary>
/// Words that references of compilers and tools write in single quotes for the name that differs: <c>'identifier' : not a class</c>, <c>cannot open file 'filename'</c>.
/// </summary>
internal static class QuotedName
{
    private const int MaxLength = 20;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nouns = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "argument", "assembly", "attribute", "character", "class", "clause", "command", "constant", "constraint", "constructor", "declaration", "delegate", "directive", "directory", "event", "expression",
        "feature", "field", "file", "filename", "function", "identifier", "instruction", "interface", "keyword", "label", "library", "macro", "member", "message", "method", "modifier", "module", "name", "namespace",
        "number", "object", "operator", "option", "package", "param", "parameter", "path", "project", "property", "reason", "section", "specifier", "string", "struct", "switch", "symbol", "symbol-name", "tag", "target",
        "template", "text", "token", "tool", "type", "type-name", "typename", "type_name", "unit", "value", "var", "variable", "version").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The length of the word that begins at a place where quotes stand around it, or 0. A number may stand behind it: <c>type1</c>.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start == 0 || text[start - 1] != '\'' || (start > 1 && char.IsLetterOrDigit(text[start - 2])))
        {
            return 0;
        }

        var length = text.Slice(start, Math.Min(MaxLength, text.Length - start)).IndexOf('\'');
        return length > 0 && Nouns.Contains(text.Slice(start, length).TrimEnd("0123456789_")) ? length : 0;
    }
}
