using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Translation.Export;

namespace KbApi.Translation.Formats;

/// <summary>Units as rows under column names: what spreadsheets show. The columns of a file may stand in any order, and others among them.</summary>
internal static class TranslationTable
{
    private const string Article = "article";
    private const string Id = "id";
    private const string State = "state";
    private const string Hash = "hash";
    private const string SourcePrefix = "source ";
    private const string TargetPrefix = "target ";

    /// <summary>The header and a row a unit.</summary>
    public static IEnumerable<string[]> Of(TranslationExport export)
    {
        yield return [Article, Id, State, SourcePrefix + export.Source.Value, TargetPrefix + export.Target.Value, "protected", "note", "kind", "context", "location", Hash];
        foreach (var article in export.Articles)
        {
            foreach (var unit in article.Units)
            {
                yield return
                [
                    article.Id,
                    unit.Source.Id,
                    unit.State.ToString().ToLowerInvariant(),
                    unit.Source.Text.Marked,
                    unit.Target?.Marked ?? "",
                    UnitNotes.LegendOf(unit.Source.Text),
                    unit.IsStale ? "stale: " + UnitNotes.StaleOf(unit) : "",
                    UnitNotes.KindOf(unit),
                    unit.Source.Context,
                    UnitNotes.LocationOf(article, unit),
                    unit.Source.Text.Hash,
                ];
            }
        }
    }

    /// <exception cref="TranslationFormatException">Columns are missing.</exception>
    public static ImportedFile Read(IEnumerable<IReadOnlyList<string>> rows)
    {
        var units = ImmutableArray.CreateBuilder<ImportedUnit>();
        List<string>? header = null;
        var (source, target) = ((LocaleTag?)null, (LocaleTag?)null);
        var (article, id, state, hash, text) = (-1, -1, -1, -1, -1);
        foreach (var row in rows)
        {
            if (header is null)
            {
                header = [.. row.Select(c => c.Trim())];
                (article, id, state, hash) = (IndexOf(Article), IndexOf(Id), IndexOf(State), IndexOf(Hash));
                text = header.FindIndex(c => c.StartsWith(TargetPrefix, StringComparison.OrdinalIgnoreCase));
                if (article < 0 || id < 0 || text < 0)
                {
                    throw new TranslationFormatException($"The first row has to name the columns '{Article}', '{Id}' and '{TargetPrefix}LOCALE'.");
                }

                target = LocaleTag.TryParse(header[text][TargetPrefix.Length..], out var to) ? to : null;
                source = LocaleTag.TryParse(header.Find(c => c.StartsWith(SourcePrefix, StringComparison.OrdinalIgnoreCase))?[SourcePrefix.Length..], out var from) ? from : null;
                continue;
            }

            if (units.Count >= FormatLimits.MaxUnits)
            {
                throw new TranslationFormatException($"There are more than {FormatLimits.MaxUnits} rows.");
            }

            if (CellOf(row, id) is { Length: > 0 } name)
            {
                var translation = CellOf(row, text);
                units.Add(new ImportedUnit(CellOf(row, article), name, hash < 0 ? null : CellOf(row, hash), string.IsNullOrWhiteSpace(translation) ? null : translation, StateOf(CellOf(row, state))));
            }
        }

        return new ImportedFile(source, target, units.ToImmutable());

        int IndexOf(string name) => header.FindIndex(c => c.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    public static UnitState? StateOf(string? text) => Enum.TryParse<UnitState>(text?.Trim(), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    private static string CellOf(IReadOnlyList<string> row, int column) => column >= 0 && column < row.Count ? row[column] : "";
}
