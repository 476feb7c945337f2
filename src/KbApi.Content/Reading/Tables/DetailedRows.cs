using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;

namespace KbApi.Content.Reading.Tables;

/// <summary>
/// Finds rows whose code has a section of its own in the same document: <c>| E042 | Flow |</c> and <c>### E042, the flow is too low</c>. Both are about one
/// problem, where no other row or section has the code.
/// </summary>
internal sealed class DetailedRows(DocumentContext context)
{
    /// <summary>The problems below headings, by the rows that they are about as well.</summary>
    public Dictionary<EntryDraft, EntryDraft> Find(IReadOnlyList<EntryDraft> rows, IReadOnlyList<EntryDraft> problems)
    {
        var found = new Dictionary<EntryDraft, EntryDraft>(ReferenceEqualityComparer.Instance);
        if (!problems.Any(IsHeaded))
        {
            return found;
        }

        var byCode = Unique(problems.Where(IsHeaded), CodeOfTitle);
        if (byCode.Count > 0)
        {
            foreach (var (code, row) in Unique(rows, CodeOfRow))
            {
                if (byCode.TryGetValue(code, out var problem))
                {
                    found.Add(row, problem);
                }
            }
        }

        return found;
    }

    private static bool IsHeaded(EntryDraft problem) => problem is { Shape: EntryShape.Heading, Title: not null };

    private static Dictionary<string, EntryDraft> Unique(IEnumerable<EntryDraft> drafts, Func<EntryDraft, string?> codeOf) =>
        drafts.Select(d => (Code: codeOf(d), Draft: d)).Where(d => d.Code is not null).GroupBy(d => d.Code!, StringComparer.Ordinal)
            .Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Draft, StringComparer.Ordinal);

    /// <summary>The code that a heading opens with, or the word that a sign sets off there; or null.</summary>
    private string? CodeOfTitle(EntryDraft problem)
    {
        if (!problem.Number.IsEmpty)
        {
            return problem.Number.Text;
        }

        var title = problem.Title!.Text;
        if (context.Codes.Scan(title, CodeContext.Name) is [var first, ..] && first.Start <= 1)
        {
            return first.Code.Value;
        }

        var end = title.AsSpan().IndexOfAny(",:(\u2013\u2014");
        return end > 0 && title.AsSpan(0, end).TrimEnd() is var word && !word.Contains(' ') ? word.ToString() : null;
    }

    /// <summary>The only code of a row's cell for codes, or null.</summary>
    private string? CodeOfRow(EntryDraft row)
    {
        var cell = row.Parts.FirstOrDefault(p => p.Role == ColumnRole.Code).Text;
        return cell is not null && context.Codes.Scan(cell.Text, CodeContext.Code) is [var code] ? code.Code.Value : null;
    }
}
