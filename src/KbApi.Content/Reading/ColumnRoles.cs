using KbApi.Content.Lexicons;

namespace KbApi.Content.Reading;

/// <summary>Decides what columns are about where headers are unknown, or say one thing while the cells are another.</summary>
internal static class ColumnRoles
{
    /// <param name="known">What the headers say.</param>
    /// <param name="shapes">What the cells look like.</param>
    /// <param name="rows">How many rows were sampled.</param>
    public static ColumnRole[] Decide(ColumnRole?[] known, ColumnShape[] shapes, int rows)
    {
        var roles = new ColumnRole[known.Length];
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = ByShape(known[i], shapes[i], known, mayRepeat: i == 0, isSparse: i > 0 && shapes[i].Cells * 2 < rows);
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

    private static ColumnRole ByShape(ColumnRole? known, ColumnShape shape, ColumnRole?[] all, bool mayRepeat, bool isSparse) => known switch
    {
        ColumnRole.Symptom when shape.IsCodes => ColumnRole.Code,
        ColumnRole.Symptom or ColumnRole.Message when (shape.IsAnswers || (isSparse && !Array.Exists(all, r => r == ColumnRole.Code)) || (!mayRepeat && shape.IsRepeated)) && !shape.IsCodes => ColumnRole.Other,
        ColumnRole.Cause when shape.Cells > 1 && shape.Codes * 2 >= shape.Cells => Array.Exists(all, r => r == ColumnRole.Code) ? ColumnRole.Name : ColumnRole.Code,
        ColumnRole.Code when shape.IsRowNumbers && Array.Exists(all, r => r is ColumnRole.Symptom or ColumnRole.Message) => ColumnRole.Other,
        ColumnRole.Code when shape.IsTexts && !shape.IsCodes && !Array.Exists(all, r => r is ColumnRole.Symptom or ColumnRole.Message) => ColumnRole.Symptom,
        ColumnRole.Name when shape.IsErrors && !Array.Exists(all, r => r == ColumnRole.Code) => ColumnRole.Code,
        ColumnRole.Name when shape.IsTexts && Array.Exists(all, r => r == ColumnRole.Code) && !Array.Exists(all, r => r is ColumnRole.Symptom or ColumnRole.Message || (r is { } role && IsText(role))) => ColumnRole.Symptom,
        _ => known ?? ColumnRole.Other,
    };

    /// <summary>A first column of codes whose header says nothing names the problems beside what the others tell of them.</summary>
    private static void TakeLeading(ColumnRole[] roles, ColumnRole?[] known, ColumnShape[] shapes)
    {
        if (known[0] is null && shapes[0].IsCodes && !shapes[0].IsRowNumbers)
        {
            roles[0] = ColumnRole.Code;
        }
    }

    private static void TakeFirst(ColumnRole[] roles, ColumnRole?[] known, ColumnShape[] shapes, Predicate<ColumnShape> fits, ColumnRole role)
    {
        var at = Array.FindIndex(shapes, fits);
        if (at >= 0 && known[at] is null)
        {
            roles[at] = role;
        }
    }

    /// <summary>Columns of text without a known header: the last with lists tells what to do, the others what it means.</summary>
    private static void TakeTexts(ColumnRole[] roles, ColumnRole?[] known, ColumnShape[] shapes)
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
