using System.Collections.Immutable;

namespace KbApi.Content.Loading;

/// <summary>What differs between files that were read and those that are to be.</summary>
/// <param name="Gone">Files that are there no more, or were read again.</param>
/// <param name="New">Files that were not there, or were read again.</param>
internal sealed record FileDifference(IReadOnlyCollection<LoadedFile> Gone, IReadOnlyCollection<LoadedFile> New)
{
    /// <summary>With fewer files changed than all divided by this, it is worth looking for what stays.</summary>
    private const int LeastUnchanged = 4;

    public bool IsEmpty => Gone.Count == 0 && New.Count == 0;

    /// <summary>Whether so much differs that all is made anew.</summary>
    public bool IsMostOf(ImmutableArray<LoadedFile> files) => Gone.Count + New.Count > files.Length / LeastUnchanged;

    /// <summary>The difference between files, which share the objects of those that are alike.</summary>
    public static FileDifference Between(ImmutableArray<LoadedFile> before, ImmutableArray<LoadedFile> now)
    {
        var (gone, added) = (new List<LoadedFile>(), new List<LoadedFile>());
        var (i, j) = (0, 0);
        while (i < before.Length || j < now.Length)
        {
            if (i < before.Length && j < now.Length && ReferenceEquals(before[i], now[j]))
            {
                i++;
                j++;
                continue;
            }

            var order = i == before.Length ? 1 : j == now.Length ? -1 : string.CompareOrdinal(before[i].RelativePath, now[j].RelativePath);
            if (order <= 0)
            {
                gone.Add(before[i++]);
            }

            if (order >= 0)
            {
                added.Add(now[j++]);
            }
        }

        return new FileDifference(gone, added);
    }
}
