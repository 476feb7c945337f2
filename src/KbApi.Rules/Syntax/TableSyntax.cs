using System.Collections.Immutable;

namespace KbApi.Rules.Syntax;

/// <summary>A pipe table as it is written.</summary>
/// <param name="Header">The row above the delimiters.</param>
/// <param name="Rows">The rows below them.</param>
public sealed record TableSyntax(RowSyntax Header, ImmutableArray<RowSyntax> Rows);
