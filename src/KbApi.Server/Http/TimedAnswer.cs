namespace KbApi.Server.Http;

/// <summary>Marks endpoints whose answers tell how long they took, so that their entity tags are weak.</summary>
internal sealed class TimedAnswer
{
    public static TimedAnswer Marker { get; } = new();
}
