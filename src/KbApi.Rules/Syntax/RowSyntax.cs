using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>A row of a pipe table as it is written.</summary>
/// <param name="Line">Its line, from 0.</param>
/// <param name="Span">The line without its line break.</param>
/// <param name="Cells">The cells without the blanks around them.</param>
/// <param name="IsClosed">Whether a pipe ends it.</param>
public sealed record RowSyntax(int Line, TextSpan Span, ImmutableArray<TextSpan> Cells, bool IsClosed);
