using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>What a definition list defines: a line above <c>: text</c>, or a <c>dt</c> element.</summary>
internal sealed class DefinitionTerm : ParagraphBlock;

/// <summary>What a definition list says about the term before it: <c>: text</c>, or a <c>dd</c> element.</summary>
internal sealed class DefinitionText : ParagraphBlock;
