using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Tables;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>Attribute lists of kramdown that say what the paragraph before them is: <c>{: tsSymptoms}</c>.</summary>
internal sealed class AttributeLines(DocumentContext context)
{
    private const string Prefix = "ts";

    /// <summary>The role that the attribute list at the end of a paragraph gives, or null.</summary>
    public ColumnRole? RoleOf(InlineText text)
    {
        if (text.Marks is not [.., { Kind: InlineMarkKind.Attributes, Target: { } attributes } last] || last.Start < text.Text.Length)
        {
            return null;
        }

        var name = attributes.AsSpan().Trim(" .:");
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        return name[Prefix.Length..] is "Resolve"
            ? ColumnRole.Resolution
            : HeaderRoles.Find(name[Prefix.Length..], context.Lexicon) is var role and not ColumnRole.Other ? role : null;
    }
}
