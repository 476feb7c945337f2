using System.Globalization;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Analysis;

/// <summary>Files in ordinal order, places from the top, then ids and words.</summary>
internal sealed class DiagnosticOrder : IComparer<Diagnostic>
{
    public static DiagnosticOrder Instance { get; } = new();

    public int Compare(Diagnostic? x, Diagnostic? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = string.CompareOrdinal(x.Location.Path, y.Location.Path);
        order = order != 0 ? order : x.Location.Span.CompareTo(y.Location.Span);
        order = order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
        return order != 0 ? order : string.CompareOrdinal(x.GetMessage(CultureInfo.InvariantCulture), y.GetMessage(CultureInfo.InvariantCulture));
    }
}

/// <summary>Findings of one kind at one place with the same words are one finding.</summary>
internal sealed class SamePlace : IEqualityComparer<Diagnostic>
{
    public static SamePlace Instance { get; } = new();

    public bool Equals(Diagnostic? x, Diagnostic? y) => DiagnosticOrder.Instance.Compare(x, y) == 0;

    public int GetHashCode(Diagnostic obj) => HashCode.Combine(obj.Id, obj.Location.Path, obj.Location.Span);
}
