using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Tables;

/// <summary>
/// Decides whether the rows of a table are problems. Settings, limits, responses and statuses come in the same shape, so a name and
/// a text beside it are not enough: a header, a title or the codes themselves have to speak of errors.
/// </summary>
internal sealed class TableJudge(DocumentContext context)
{
    private const int MaxPluralLength = 2;

    private readonly Lexicon _lexicon = context.Lexicon;

    public bool IsEntryTable(OutlineSection section, InlineText caption, IReadOnlyList<string> headers, ColumnRole?[] known, ColumnRole[] roles, ColumnShapes shapes)
    {
        var hasText = Array.Exists(roles, ColumnRoles.IsText);
        var hasSymptom = roles.Contains(ColumnRole.Symptom) || roles.Contains(ColumnRole.Message);
        var hasCode = roles.Contains(ColumnRole.Code);
        if (!(hasCode || hasSymptom || roles.Contains(ColumnRole.Name)) || !(hasText || (hasCode && hasSymptom)))
        {
            return false;
        }

        var namesErrors = Where(roles, shapes, r => r is ColumnRole.Code or ColumnRole.Name or ColumnRole.Message, s => s.IsErrors);
        if (!hasCode && !hasSymptom && !namesErrors)
        {
            return false;
        }

        var isAnswered = roles.Contains(ColumnRole.Resolution) || roles.Contains(ColumnRole.Cause) || roles.Contains(ColumnRole.Technical);
        if (Array.Exists(known, r => r == ColumnRole.Other) && !isAnswered && !namesErrors)
        {
            return false;
        }

        var keys = headers.Where((h, i) => ColumnRoles.IsKey(roles[i])).Select(h => LabelText.Normalize(h)).ToList();
        var saysProblem = keys.Exists(SaysProblem);

        if (Where(roles, shapes, r => r == ColumnRole.Code, s => s.HasSuccesses) && !IsOfErrors(section, headers, roles, shapes))
        {
            return false;
        }

        if (namesErrors || saysProblem)
        {
            return true;
        }

        var titleSays = section.SelfAndAncestors().Any(s => IsProblemTitle(s.Title.KindsIn(_lexicon))) || SaysErrors(caption.KindsIn(_lexicon));

        // "Return code" heads constants of success as often as errors; numbers under it are the results of a program.
        if (keys.Exists(IsTermForCode) && (titleSays || Where(roles, shapes, r => r == ColumnRole.Code, s => s.IsNumbers) || CellsSay(roles, shapes)))
        {
            return true;
        }

        // Lamps and the like come first, and what they mean says that something is wrong.
        if (known.Length > 0 && known[0] == ColumnRole.Symptom && roles[0] == ColumnRole.Symptom && hasText && CellsSay(roles, shapes))
        {
            return true;
        }

        // Codes of any form are those of errors where the title says that errors are listed, and the table what to do.
        if (hasCode && isAnswered && section.Title.KindsIn(_lexicon).Has(ProblemCue.Collection))
        {
            return true;
        }

        return hasSymptom && isAnswered ? titleSays || CellsSay(roles, shapes) : (titleSays && (Where(roles, shapes, r => r == ColumnRole.Code, s => s.Numbers > 0 || s.Errors > 0) || CellsSay(roles, shapes))) || (isAnswered && CellsSay(roles, shapes));
    }

    /// <summary>Whether statuses of success are rows among those of errors: the table tells what to do, a header or the title speaks of errors, or most rows do.</summary>
    private bool IsOfErrors(OutlineSection section, IReadOnlyList<string> headers, ColumnRole[] roles, ColumnShapes shapes) =>
        (roles.Contains(ColumnRole.Resolution) && roles.Contains(ColumnRole.Cause))
        || headers.Where((h, i) => IsHeaderOfErrors(LabelText.Normalize(h), roles[i])).Any()
        || section.Title.KindsIn(_lexicon).Has(ProblemCue.Collection)
        || (Where(roles, shapes, r => r == ColumnRole.Code, s => s.HasMoreErrors) && CellsSay(roles, shapes));

    /// <summary>"Error code" heads statuses as well; "errors" and "event ID" do not.</summary>
    private bool IsHeaderOfErrors(string header, ColumnRole role) =>
        role == ColumnRole.Code ? SaysProblem(header) && (!IsTermForCode(header) || _lexicon.Event.IsIn(header))
            : ColumnRoles.IsKey(role) && (SaysProblem(header) || _lexicon.KindsIn(header).Has(ProblemCue.Guide));

    /// <summary>Whether a header is one of errors: it has a word for a problem, or was added for this content.</summary>
    private bool SaysProblem(string header)
    {
        var kinds = _lexicon.KindsIn(header);
        return kinds.Has(ProblemCue.Name) || kinds.Has(ProblemCue.Collection) || kinds.Has(_lexicon.Event) || _lexicon.AddedHeaders.Contains(header)
            || (_lexicon.Labels.TryGetValue(header, out var label) && label == LabelRole.Symptom);
    }

    /// <summary>"Error code" is, "code" is not: other terms are made of it.</summary>
    private bool IsTermForCode(string header) =>
        _lexicon.Code.Phrases.Any(p => p.Equals(header, StringComparison.OrdinalIgnoreCase))
        && !_lexicon.Code.Phrases.Any(p => p.Contains(header, StringComparison.OrdinalIgnoreCase) && !IsPlural(p, header) && p.Length > header.Length);

    private static bool IsPlural(string phrase, string header) =>
        phrase.Length <= header.Length + MaxPluralLength && phrase.StartsWith(header, StringComparison.OrdinalIgnoreCase) && !phrase.AsSpan(header.Length).Contains(' ');

    private bool IsProblemTitle(PhraseKinds title) =>
        title.SaysProblem || title.Has(ProblemCue.Collection) || title.Has(ProblemCue.Guide) || title.Has(_lexicon.Event);

    /// <summary>Whether a caption says that there are errors below it; that it has to do with one is not enough.</summary>
    private static bool SaysErrors(PhraseKinds caption) => caption.Has(ProblemCue.Collection) || caption.Has(ProblemCue.Guide);

    private static bool CellsSay(ColumnRole[] roles, ColumnShapes shapes)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            var mayState = roles[i] is ColumnRole.Symptom or ColumnRole.Message or ColumnRole.Cause or ColumnRole.Description or ColumnRole.Technical;
            if (mayState && shapes.HasFailures(i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Where(ColumnRole[] roles, ColumnShapes shapes, Predicate<ColumnRole> role, Predicate<ColumnShape> shape)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            if (role(roles[i]) && shape(shapes[i]))
            {
                return true;
            }
        }

        return false;
    }
}
