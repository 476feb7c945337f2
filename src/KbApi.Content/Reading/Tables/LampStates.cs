using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Steps;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Reading.Tables;

/// <summary>
/// Tells the rows of a table of lamps that only say how a machine is doing: "blinks green – it starts". Lamps show states as well as
/// problems, so each row has to say which it is.
/// </summary>
internal sealed class LampStates(DocumentContext context)
{
    private readonly InstructionDetector _instructions = new(context.Lexicon);

    /// <summary>Whether a table tells what lamps mean: the header of a column that names its rows has a word for one.</summary>
    public bool IsAboutLamps(Table table, ImmutableArray<ColumnRole> roles)
    {
        var header = (TableRow)table[0];
        for (var i = 0; i < header.Count && i < roles.Length; i++)
        {
            if (roles[i] is ColumnRole.Symptom or ColumnRole.Code && context.Inlines.Read(header[i]).KindsIn(context.Lexicon) is var kinds
                && kinds.Has(context.Lexicon.Lamp) && !kinds.Has(ProblemCue.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether nothing in a row says that something is wrong or what to do.</summary>
    public bool IsState(ImmutableArray<DraftPart> parts)
    {
        foreach (var (role, text, _, _) in parts)
        {
            if (text.IsEmpty)
            {
                continue;
            }

            var kinds = text.KindsIn(context.Lexicon);
            if (kinds.SaysProblem || kinds.Has(ProblemCue.Evidence) || kinds.Has(ProblemCue.Warning)
                || context.Lexicon.Problems.Begins(ProblemCue.Lack, text.Text) || (ColumnRoles.IsText(role) && _instructions.HasAny(TextRange.All(text))))
            {
                return false;
            }
        }

        return true;
    }
}
