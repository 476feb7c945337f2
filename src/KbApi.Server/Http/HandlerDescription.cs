namespace KbApi.Server.Http;

/// <summary>What an endpoint's handler says of its parameters, for the contract.</summary>
/// <param name="AddTo">Adds it to the metadata of an endpoint.</param>
internal sealed record HandlerDescription(Action<EndpointBuilder> AddTo);
