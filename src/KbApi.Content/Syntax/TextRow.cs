using Markdig.Extensions.Tables;

namespace KbApi.Content.Syntax;

/// <summary>A row beyond <see cref="DocumentLimits.Cells"/>: its line is one cell, as it stands, and no problem is looked for in it.</summary>
internal sealed class TextRow : TableRow;
