namespace KbApi.Content.Text;

/// <summary>A place in a text by line and column.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Character">UTF-16 code units before the place on its line, from 0.</param>
public readonly record struct LinePosition(int Line, int Character);
