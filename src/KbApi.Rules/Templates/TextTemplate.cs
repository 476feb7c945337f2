using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace KbApi.Rules.Templates;

/// <summary>What texts that differ only in values have in common.</summary>
/// <param name="Text">The text with placeholders such as <c>&lt;n&gt;</c> where values stood. At most <see cref="TemplateReader.MostChars"/> characters.</param>
/// <param name="Identifiers">Where words with digits stand that may be values and may be names, such as <c>IPv4</c> and <c>node7</c>; in order.</param>
public sealed record TextTemplate(string Text, ImmutableArray<Range> Identifiers)
{
    private const int BytesOfId = 8;

    /// <summary>The id: 16 hexadecimal digits that depend on the text and on nothing else.</summary>
    public string Id => IdOf(Text);

    /// <summary>The id of a template's text.</summary>
    public static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, BytesOfId));
}
