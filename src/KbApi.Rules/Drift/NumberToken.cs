using KbApi.Content.Text;

namespace KbApi.Rules.Drift;

/// <summary>A number in a text, without the marks that part thousands.</summary>
/// <param name="Field">The field that it stands in, by its place.</param>
/// <param name="Value">Its digits.</param>
/// <param name="Text">The text that it stands in.</param>
internal readonly record struct NumberToken(int Field, string Value, TextSpan Text);
