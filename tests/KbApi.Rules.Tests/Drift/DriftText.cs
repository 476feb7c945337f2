using System.Globalization;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Drift;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Drift;

/// <summary>Drift as short lines that tests compare: the line here, the line of the original, the field, what it is.</summary>
internal static class DriftText
{
    public static DriftReport Read(string english, string swedish) =>
        DriftReader.Read(Documents.Load((GateDocuments.EnglishPath, english), (GateDocuments.SwedishPath, swedish)), new DriftOptions());

    public static IEnumerable<string> Lines(DriftReport report) => report.Articles.SelectMany(a => a.Items).SelectMany(Lines);

    private static IEnumerable<string> Lines(ItemDrift item) => item.Fields.IsEmpty && item.State != DriftState.Current
        ? [$"{Line(item.Here)} {Line(item.Original)} {item.State} {item.Kind} {item.Id}"]
        : item.Fields.SelectMany(f => f.Reasons.IsEmpty && f.State != DriftState.Current
            ? [$"{Line(f.Here)} {Line(f.Original)} {f.Name} {f.State}"]
            : f.Reasons.Select(r => $"{Line(r.Here)} {Line(r.Original)} {f.Name} {r.Kind} '{r.Found}' '{r.Expected}'"));

    private static string Line(Location? place) => place is null ? "-" : (place.Start.Line + 1).ToString(CultureInfo.InvariantCulture);
}
