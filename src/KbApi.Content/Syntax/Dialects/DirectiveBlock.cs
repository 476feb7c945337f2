using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>A line that steers how a document is shown (zones, monikers, rows, columns, code from a file) and that no reader sees.</summary>
internal sealed class DirectiveBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>An alert between colons: <c>:::warning</c> to <c>:::</c>. It reads as one that is quoted.</summary>
internal sealed class AlertBlock(BlockParser parser, string kind) : QuoteBlock(parser)
{
    /// <summary>As <see cref="AlertWords.KindOf"/> gives it.</summary>
    public string Kind => kind;
}
