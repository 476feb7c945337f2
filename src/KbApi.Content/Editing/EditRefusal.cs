using System.Collections.Immutable;

namespace KbApi.Content.Editing;

/// <summary>Why an edit was not made.</summary>
public enum EditProblem
{
    /// <summary>There is no such entry. Argument: the id.</summary>
    NoEntry,

    /// <summary>The entry does not exist in the locale. Arguments: the locale, the locales that it exists in.</summary>
    NoLocale,

    /// <summary>The entry has no such field, and no empty cell for it. Argument: the field.</summary>
    NoField,

    /// <summary>The field stands in several places. Arguments: the field, their number, their lines.</summary>
    SeveralPlaces,

    /// <summary>The field has fewer places. Arguments: the field, their number.</summary>
    NoSuchPlace,

    /// <summary>The place can hold one line only. Argument: the number of lines of the new text.</summary>
    OneLineOnly,

    /// <summary>A block that can't stand in a cell or list. Arguments: the kind of block, its line in the new text from 1.</summary>
    BlockNotAllowed,

    /// <summary>The new text would end the mark-up around it. Argument: the characters.</summary>
    EndsMarkup,

    /// <summary>The new text is empty and the place needs one. Argument: the field.</summary>
    Empty,

    /// <summary>Where it stands, the new text would be read as something else. Arguments: what would be read, what was meant.</summary>
    ReadsDifferently,

    /// <summary>The text would be read as another field. Arguments: the field, the other field.</summary>
    BecomesOtherField,

    /// <summary>Something else of the entry would change. Arguments: the field, the text before, the text after.</summary>
    ChangesField,

    /// <summary>Another entry would change. Argument: its id.</summary>
    ChangesEntry,

    /// <summary>There would be another number of entries. Arguments: before, after.</summary>
    ChangesEntries,

    /// <summary>Sections, procedures or lists of the document would change. Argument: their name.</summary>
    ChangesDocument,

    /// <summary>The entry would be called differently. Arguments: the id before, the id after.</summary>
    ChangesId,

    /// <summary>Reading would report something new. Argument: the finding.</summary>
    NewFinding,
}

/// <summary>An edit that was not made, and why.</summary>
/// <param name="Problem">Why.</param>
/// <param name="Arguments">What the explanation names, as <see cref="EditProblem"/> says.</param>
public sealed record EditRefusal(EditProblem Problem, ImmutableArray<string> Arguments)
{
    internal static EditRefusal Of(EditProblem problem, params ImmutableArray<string> arguments) => new(problem, arguments);

    /// <inheritdoc/>
    public override string ToString() => $"{Problem}({string.Join(", ", Arguments)})";
}

/// <summary>What came of an edit: the edited file, or why there is none.</summary>
/// <param name="File">The file with the edit, not written yet; its bytes are the old ones where the text said so already.</param>
/// <param name="Refusal">Why the edit was not made.</param>
public sealed record EditResult(EditedFile? File, EditRefusal? Refusal);
