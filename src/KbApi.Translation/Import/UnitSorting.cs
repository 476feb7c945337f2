using System.Collections.Immutable;
using System.Globalization;
using KbApi.Translation.Alignment;
using KbApi.Translation.Export;
using KbApi.Translation.Formats;

namespace KbApi.Translation.Import;

/// <summary>Sorts the units that come back for one article: unchanged, accepted, refused.</summary>
/// <param name="article">The article as it would be sent out now.</param>
/// <param name="leastState">Units below are left out.</param>
internal sealed class UnitSorting(ExportedArticle article, UnitState leastState)
{
    private readonly Dictionary<string, ExportedUnit> _byId = article.Units.ToDictionary(u => u.Source.Id, StringComparer.Ordinal);
    private readonly ILookup<string, ExportedUnit> _byHash = article.Units.ToLookup(u => u.Source.Text.Hash, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);

    public List<AcceptedUnit> Accepted { get; } = [];

    public List<ImportProblem> Problems { get; } = [];

    public int Unchanged { get; private set; }

    public int Untranslated { get; private set; }

    public void Sort(List<ImportedUnit> units)
    {
        foreach (var unit in units)
        {
            Sort(unit);
        }
    }

    public static ImportProblem Refused(ImportProblemKind kind, ExportedArticle article, ExportedUnit unit, ImmutableArray<UnitFault> faults) =>
        new(kind, article.Id, unit.Source.Id, faults) { Location = article.Path + "(" + unit.Source.Line.ToString(CultureInfo.InvariantCulture) + ")" };

    private void Sort(ImportedUnit imported)
    {
        if (string.IsNullOrWhiteSpace(imported.Target) || (imported.State ?? UnitState.Translated) < leastState)
        {
            Untranslated++;
            return;
        }

        if (Find(imported) is not { } unit)
        {
            return;
        }

        var (text, unknown) = TargetText.Parse(imported.Target, unit);
        if (_seen.TryGetValue(unit.Source.Id, out var before))
        {
            if (before != text.Marked)
            {
                Problems.Add(Refused(ImportProblemKind.Contradiction, article, unit, []));
                Accepted.RemoveAll(a => ReferenceEquals(a.Unit, unit));
            }

            return;
        }

        _seen[unit.Source.Id] = text.Marked;
        if (unknown.IsEmpty && text.Marked == unit.Target?.Marked)
        {
            Unchanged++;
            return;
        }

        // Tools copy the original where nobody has translated it.
        if (unknown.IsEmpty && imported.State == UnitState.Initial && text.Marked == unit.Source.Text.Marked)
        {
            Untranslated++;
            return;
        }

        ImmutableArray<UnitFault> faults = [.. unknown.Select(m => new UnitFault(FaultKind.UnknownMark, m)), .. UnitParity.Compare(unit.Source.Text, text, unit.Target)];
        if (!faults.IsEmpty)
        {
            Problems.Add(Refused(ImportProblemKind.Parity, article, unit, faults));
        }
        else
        {
            Accepted.Add(new AcceptedUnit(unit, text));
        }
    }

    /// <summary>The unit of that name, or the only one that says the same: rows and paragraphs move.</summary>
    private ExportedUnit? Find(ImportedUnit imported)
    {
        _byId.TryGetValue(imported.Id, out var named);
        if (named is not null && (string.IsNullOrEmpty(imported.SourceHash) || imported.SourceHash == named.Source.Text.Hash))
        {
            return named;
        }

        if (imported.SourceHash is { Length: > 0 } hash && _byHash[hash].Take(2).ToList() is [var moved])
        {
            return moved;
        }

        Problems.Add(named is null
            ? new ImportProblem(ImportProblemKind.Unknown, article.Id, imported.Id, [])
            : Refused(ImportProblemKind.SourceChanged, article, named, []));
        return null;
    }
}
