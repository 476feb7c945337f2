namespace KbApi.Rules.Logs.Tracking;

/// <summary>A start or an outcome of an operation.</summary>
/// <param name="Known">The event.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Code">Its number, or null.</param>
/// <param name="TrackingId">What it has in common with its other half, or null.</param>
internal sealed record OperationHalf(KnownEvent Known, Occurrence At, string? Code, string? TrackingId)
{
    public bool IsStart => Known.Role == EventRole.Start;
}
