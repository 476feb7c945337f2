using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Snapshots;

namespace KbApi.Server.Changes;

/// <summary>What has changed since an earlier snapshot.</summary>
internal static class ChangeEndpoints
{
    private const int SnapshotIdLength = 16;

    public static void MapChanges(this IEndpointRouteBuilder group) =>
        group.MapReading("/changes", ListChanges).WithName("listChanges").Produces<ChangePage>().WithTags("Entries");

    /// <summary>List changes</summary>
    /// <remarks>The entries that were added, changed or removed since an earlier snapshot. The server remembers the last snapshots that it served.</remarks>
    /// <param name="since">The earlier snapshot: the header `Kb-Snapshot` of an answer.</param>
    /// <param name="request">The request.</param>
    /// <param name="store">The snapshots.</param>
    internal static IResult ListChanges(string? since, ApiRequest request, SnapshotStore store)
    {
        var (changes, problem) = Since(since ?? "", "since", request, store);
        return problem ?? Paging.Answer(request, changes, c => c.Id, page => page, AnswerPlans.Change, frame: () => [FrameMember.Of("since", since!), FrameMember.Of("snapshot", request.Snapshot.Id)]);
    }

    /// <summary>The changes since a snapshot, or the problem with it.</summary>
    public static (IReadOnlyList<ChangeResponse> Changes, IResult? Problem) Since(string since, string parameter, ApiRequest request, SnapshotStore store)
    {
        if (since.Length != SnapshotIdLength || !since.All(char.IsAsciiHexDigitLower))
        {
            return ([], ApiProblem.InvalidParameter(request.Context, parameter, "Snapshot", since));
        }

        return store.FingerprintsOf(since) is { } then
            ? (SnapshotChanges.Between(then, request.Snapshot.Fingerprints), null)
            : ([], ApiProblem.Create(request.Context, ProblemType.SnapshotExpired, since, SnapshotStore.MaxHistory));
    }
}
