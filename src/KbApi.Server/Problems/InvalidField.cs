namespace KbApi.Server.Problems;

/// <summary>A place in a body that can't be used.</summary>
/// <param name="Pointer">The place, as a JSON pointer.</param>
/// <param name="Expected">The name of the text that says what is expected.</param>
/// <param name="Values">What that text names.</param>
internal sealed record InvalidField(string Pointer, string Expected, params object[] Values);
