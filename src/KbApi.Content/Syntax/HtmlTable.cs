using Markdig.Extensions.Tables;

namespace KbApi.Content.Syntax;

/// <summary>
/// A table written in HTML, in the shape of a pipe table: rows of cells whose content is blocks. A row's span reaches from its tag to
/// the end of its last cell, a cell's is its content. A row is a header where it stands in <c>thead</c> or has only <c>th</c>. Cells that
/// span columns or rows are followed by empty ones, so that the index of a cell is that of its column.
/// </summary>
internal sealed class HtmlTable : Table;
