using KbApi.Content.Loading;

namespace KbApi.Benchmarks.Reading;

/// <summary>Some of many documents, taken evenly: what a slow peer is given, and ours for the comparison with it.</summary>
internal static class DocumentSample
{
    /// <param name="files">The files, configuration among them.</param>
    /// <param name="bytes">About how much the sample may have.</param>
    public static IReadOnlyList<ContentFile> Of(IEnumerable<ContentFile> files, long bytes)
    {
        var documents = files.Where(f => !ContentLayout.IsConfiguration(f.RelativePath)).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var step = Math.Max(1, (int)Math.Ceiling(documents.Sum(f => f.Length) / (double)bytes));
        return [.. documents.Where((_, i) => i % step == 0)];
    }
}
