namespace KbApi.Server.Http;

/// <summary>Marks endpoints that answer from the snapshot.</summary>
internal sealed class ApiEndpoint
{
    public static ApiEndpoint Marker { get; } = new();
}
