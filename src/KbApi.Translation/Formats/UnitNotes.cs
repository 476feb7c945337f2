using System.Globalization;
using KbApi.Translation.Alignment;
using KbApi.Translation.Export;
using KbApi.Translation.Units;

namespace KbApi.Translation.Formats;

/// <summary>What a translator is told about a unit.</summary>
internal static class UnitNotes
{
    public static IEnumerable<(string Category, string Text)> Of(ExportedArticle article, ExportedUnit unit)
    {
        yield return ("context", unit.Source.Context.Length > 0 ? $"{KindOf(unit)}; {unit.Source.Context}" : KindOf(unit));
        yield return ("location", LocationOf(article, unit));
        if (unit.IsStale)
        {
            yield return ("stale", StaleOf(unit));
        }
    }

    public static string KindOf(ExportedUnit unit) => unit.Source.Kind.ToString().ToLowerInvariant();

    public static string LocationOf(ExportedArticle article, ExportedUnit unit) =>
        XmlCharacters.Clean(article.Path) + ":" + unit.Source.Line.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the translation lacks.</summary>
    public static string StaleOf(ExportedUnit unit) => string.Join("; ", unit.Faults.Select(f => XmlCharacters.Clean($"{WordOf(f.Kind)}: {f.What}")));

    /// <summary>Each thing that is protected: <c>⟦1⟧ `SSPR_0009`</c>, <c>⟦2⟧ ** … **</c>.</summary>
    public static string LegendOf(UnitText text)
    {
        var ends = text.Pieces.Where(p => p.Kind == PieceKind.End).ToDictionary(p => p.Id, p => p.Raw, StringComparer.Ordinal);
        return XmlCharacters.Clean(string.Join('\n', text.Pieces.Where(p => p.Kind is PieceKind.Standalone or PieceKind.Start)
            .Select(p => $"{MarkedText.Mark(p.Id)} {XmlCharacters.OneLine(p.Raw)}{(p.Kind == PieceKind.Start ? " … " + XmlCharacters.OneLine(ends[p.Id]) : "")}")));
    }

    private static string WordOf(FaultKind kind) => kind switch
    {
        FaultKind.Missing => "missing",
        FaultKind.Added => "added",
        FaultKind.Duplicated => "twice",
        FaultKind.Number => "number",
        _ => "order",
    };
}
