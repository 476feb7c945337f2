using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Operations;

namespace KbApi.Content.Reading.Entries;

/// <summary>Tells how bad it is what an entry describes: by a column that says so, by the names of its codes, by what its title or event reports.</summary>
internal sealed class SeverityReader(DocumentContext context)
{
    private const string Warning = "WARNING";

    public EntrySeverity Read(EntryDraft draft, ImmutableArray<EntryCode> codes) =>
        OfColumn(draft) ?? OfCodes(codes) ?? OfTexts(draft, codes) ?? EntrySeverity.Error;

    private EntrySeverity? OfColumn(EntryDraft draft)
    {
        foreach (var (role, text, _, _) in draft.Parts)
        {
            if (role == ColumnRole.Severity && !text.IsEmpty)
            {
                var kinds = text.KindsIn(context.Lexicon);
                return kinds.Has(ProblemCue.Warning) ? EntrySeverity.Warning
                    : kinds.Has(ProblemCue.Information) || kinds.Has(ProblemCue.Success) ? EntrySeverity.Info
                    : kinds.Has(ProblemCue.Name) ? EntrySeverity.Error
                    : null;
            }
        }

        return null;
    }

    private static EntrySeverity? OfCodes(ImmutableArray<EntryCode> codes)
    {
        foreach (var code in codes)
        {
            if (code.Role == CodeRole.Identifying && OfCode(code.Code) is { } severity)
            {
                return severity;
            }
        }

        return null;
    }

    private static EntrySeverity? OfCode(ErrorCode code)
    {
        if (Word.IsSymbol(code.Value))
        {
            return OutcomeName.Read(code.Value).Outcome switch
            {
                Outcome.Start or Outcome.Success or Outcome.Started or Outcome.Heartbeat => EntrySeverity.Info,
                Outcome.Stopped or Outcome.Warning => EntrySeverity.Warning,
                _ => EntrySeverity.Error,
            };
        }

        var isSuccess = ErrorNames.NamesSuccess(code.Value)
            || (code.Scheme == BuiltInSchemes.Http && code.Value[0] is >= '1' and <= '3') || (code.Scheme == BuiltInSchemes.Hex && code.Value == "0x00000000");
        return isSuccess ? EntrySeverity.Info
            : code.Scheme == BuiltInSchemes.Constant && code.Value.EndsWith(Warning, StringComparison.Ordinal) ? EntrySeverity.Warning
            : null;
    }

    /// <summary>What the title of a code, or the text of an event, reports. A title without a code that speaks of a warning may state what is wrong with one.</summary>
    private EntrySeverity? OfTexts(EntryDraft draft, ImmutableArray<EntryCode> codes)
    {
        if (draft.Title is { } title && Reported(title.KindsIn(context.Lexicon)) is { } reported)
        {
            return reported == EntrySeverity.Warning && codes.IsEmpty ? null : reported;
        }

        foreach (var (role, text, _, _) in draft.Parts)
        {
            if (draft.IsEvent && role is ColumnRole.Message or ColumnRole.Description && !text.IsEmpty)
            {
                return Reported(text.KindsIn(context.Lexicon));
            }
        }

        return null;
    }

    private static EntrySeverity? Reported(PhraseKinds kinds) =>
        kinds.Has(ProblemCue.Failure) ? null
        : kinds.Has(ProblemCue.Warning) ? EntrySeverity.Warning
        : kinds.Has(ProblemCue.Success) && !kinds.Has(ProblemCue.Name) ? EntrySeverity.Info
        : null;
}
