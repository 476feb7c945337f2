namespace KbApi.Server.Problems;

/// <summary>A parameter of the query or path that can't be used.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Expected">The name of the text that says what is expected.</param>
/// <param name="Values">What that text names.</param>
internal sealed record InvalidParameter(string Parameter, string Expected, params object[] Values);
