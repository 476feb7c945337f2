using KbApi.Rules.FreshnessRules;

namespace KbApi.Rules.Drift;

/// <summary>Compares the revisions that two documents state: ids first, else the dates that translations copy from their originals.</summary>
internal static class RevisionComparison
{
    private const string HashKey = "ms.openlocfilehash";
    private const string DateKey = "ms.date";
    private static readonly string[] RevisionKeys = ["ms.sourcegitcommit", "source-revision"];

    public static RevisionDrift Compare(DriftSide original, DriftSide here, bool isCompared)
    {
        if (here.Article.Revision.SourceRevision is not { } translated)
        {
            return RevisionDrift.Unknown;
        }

        return new RevisionDrift(translated, isCompared, isCompared ? null : Difference(original, here, translated));
    }

    private static DriftReason? Difference(DriftSide original, DriftSide here, string translated)
    {
        if (original.Article.Revision.SourceRevision is { } own)
        {
            // A file may stay the same from one revision to the next.
            var isSame = own == translated || (original.Article.FrontMatter[HashKey] is { Length: > 0 } hash && hash == here.Article.FrontMatter[HashKey]);
            return isSame ? null : Reason(RevisionKeys, own, translated);
        }

        var (from, to) = (original.Article.FrontMatter[DateKey], here.Article.FrontMatter[DateKey]);
        return MetadataDate.Read(from) is { } before && MetadataDate.Read(to) is { } after && before != after ? Reason([DateKey], from!, to!) : null;

        DriftReason Reason(string[] keys, string left, string right) => new(DriftReasonKind.Revision, left, right, At(original, keys), At(here, keys));
    }

    private static Content.Diagnostics.Location At(DriftSide side, string[] keys) =>
        side.At(MetadataDate.SpanOf(side.Document, keys.First(k => side.Article.FrontMatter[k] is not null)));
}
