namespace KbApi.Server.Problems;

/// <summary>What is wrong with one parameter of a request.</summary>
/// <param name="Parameter">The name of the query or path parameter.</param>
/// <param name="Detail">What is wrong with it, and what is expected.</param>
internal sealed record ParameterError(string Parameter, string Detail);
