using KbApi.Content.Lexicons;

namespace KbApi.Content.Reading.Tables;

/// <summary>Decides what columns are about where headers are unknown, or say one thing while the cells are another.</summary>
internal static class ColumnRoles
{
    /// <param name="known">What the headers say.</param>
    /// <param name="shapes">What the cells look like.</param>
    public static ColumnRole[] Decide(ColumnRole?[] known, ColumnShapes shapes)
    {
        var roles = new ColumnRole[known.Length];
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = ByShape(i, shapes, known);
        }

        if (!Array.Exists(roles, IsKey))
        {
            TakeFirst(roles, known, shapes, s => s.IsErrors, ColumnRole.Code);
        }

        if (!Array.Exists(roles, IsKey))
        {
            TakeFirst(roles, known, shapes, s => s.IsCodes && !s.IsRowNumbers, ColumnRole.Code);
        }

        if (Array.Exists(roles, IsKey) && !Array.Exists(roles, IsText))
        {
            TakeTexts(roles, known, shapes);
            if (!Array.Exists(roles, r => r == ColumnRole.Code || IsText(r)))
            {
                TakeLeading(roles, known, shapes);
            }
        }

        return roles;
    }

    public static bool IsKey(ColumnRole role) => role is ColumnRole.Code or ColumnRole.Name or ColumnRole.Symptom or ColumnRole.Message;

    public static bool IsText(ColumnRole role) => role is ColumnRole.Cause or ColumnRole.Description or ColumnRole.Technical or ColumnRole.Resolution;

    private static ColumnRole ByShape(int column, ColumnShapes shapes, ColumnRole?[] all) => all[column] switch
    {
        ColumnRole.Symptom when shapes[column].IsCodes => ColumnRole.Code,
        ColumnRole.Symptom or ColumnRole.Message when !shapes[column].IsCodes && NamesNothing(column, shapes, all) => ColumnRole.Other,
        ColumnRole.Cause when shapes[column] is { Cells: > 1 } shape && shape.Codes * 2 >= shape.Cells => Array.Exists(all, r => r == ColumnRole.Code) ? ColumnRole.Name : ColumnRole.Code,
        ColumnRole.Code when Array.Exists(all, IsSymptom) && shapes[column].IsRowNumbers => ColumnRole.Other,
        ColumnRole.Code when !Array.Exists(all, IsSymptom) && shapes[column] is { IsTexts: true, IsCodes: false } => ColumnRole.Symptom,
        ColumnRole.Name when !Array.Exists(all, r => r == ColumnRole.Code) && shapes[column].IsErrors => ColumnRole.Code,
        ColumnRole.Name when Array.Exists(all, r => r == ColumnRole.Code) && !Array.Exists(all, r => IsSymptom(r) || (r is { } role && IsText(role))) && shapes[column].IsTexts => ColumnRole.Symptom,
        _ => all[column] ?? ColumnRole.Other,
    };

    private static bool IsSymptom(ColumnRole? role) => role is ColumnRole.Symptom or ColumnRole.Message;

    /// <summary>Whether a column says too little to tell problems apart: yes or no, something in a few rows, the same again and again.</summary>
    private static bool NamesNothing(int column, ColumnShapes shapes, ColumnRole?[] all) =>
        shapes[column].IsAnswers || (column > 0 && (shapes[column].IsRepeated || (!Array.Exists(all, r => r == ColumnRole.Code) && shapes.IsSparse(column))));

    /// <summary>A first column of codes whose header says nothing names the problems beside what the others tell of them.</summary>
    private static void TakeLeading(ColumnRole[] roles, ColumnRole?[] known, ColumnShapes shapes)
    {
        if (known[0] is null && shapes[0].IsCodes && !shapes[0].IsRowNumbers)
        {
            roles[0] = ColumnRole.Code;
        }
    }

    private static void TakeFirst(ColumnRole[] roles, ColumnRole?[] known, ColumnShapes shapes, Predicate<ColumnShape> fits, ColumnRole role)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            if (fits(shapes[i]))
            {
                roles[i] = known[i] is null ? role : roles[i];
                return;
            }
        }
    }

    /// <summary>Columns of text without a known header: the last with lists tells what to do, the others what it means.</summary>
    private static void TakeTexts(ColumnRole[] roles, ColumnRole?[] known, ColumnShapes shapes)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            if (known[i] is null && roles[i] == ColumnRole.Other && shapes[i].IsTexts)
            {
                var isLast = i == roles.Length - 1;
                roles[i] = isLast && shapes[i].Lists > 0 ? ColumnRole.Resolution : ColumnRole.Description;
            }
        }
    }
}
