using KbApi.Content.Lexicons;
using KbApi.Content.Text;

namespace KbApi.Content.Model;

/// <summary>A text of an entry as it stands in the document: a cell, a heading, a paragraph, a list.</summary>
/// <param name="Role">What it says; sentences of it may be read as something else.</param>
/// <param name="Span">All of it with its mark-up, without anchors before it; empty where a cell is.</param>
/// <param name="IsTitle">Whether it names the entry: its heading, its lead-in. Never in tables.</param>
public readonly record struct EntryPart(ColumnRole Role, TextSpan Span, bool IsTitle = false);
