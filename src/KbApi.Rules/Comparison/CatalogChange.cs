using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;

namespace KbApi.Rules.Comparison;

/// <summary>What a change means for those who read and call; the later is the graver.</summary>
public enum ChangeImpact
{
    /// <summary>Other words for the same.</summary>
    Wording,

    /// <summary>Something new; nothing that was there is different.</summary>
    Addition,

    /// <summary>Readers are told something else than before.</summary>
    Meaning,

    /// <summary>What callers may have kept is gone: a code or an id answers no longer.</summary>
    Breaking,
}

/// <summary>What has changed.</summary>
public enum CatalogChangeKind
{
    /// <summary>A code that was documented no longer is, by any entry.</summary>
    CodeRemoved,

    /// <summary>An entry, procedure, ladder or checklist is gone with its id.</summary>
    ItemRemoved,

    /// <summary>The same item has another id.</summary>
    ItemRenamed,

    /// <summary>An item no longer exists in a locale, and does in others.</summary>
    LocaleRemoved,

    /// <summary>A code belongs to other entries than before.</summary>
    CodeMoved,

    /// <summary>A number, time or size is another.</summary>
    LimitChanged,

    /// <summary>The same measures or steps come in another order.</summary>
    OrderChanged,

    /// <summary>A step, measure or question is new.</summary>
    StepAdded,

    /// <summary>A step, measure or question is gone.</summary>
    StepRemoved,

    /// <summary>What to do is another.</summary>
    ResolutionChanged,

    /// <summary>How bad it is, is another.</summary>
    SeverityChanged,

    /// <summary>A text that a screen or a log shows is another: reports are recognised by it.</summary>
    MessageChanged,

    /// <summary>A sentence is negated that was not, or no longer is.</summary>
    NegationChanged,

    /// <summary>A link leads elsewhere.</summary>
    LinkChanged,

    /// <summary>A text has other words.</summary>
    WordingChanged,

    /// <summary>A code is documented that was not.</summary>
    CodeAdded,

    /// <summary>An item is new.</summary>
    ItemAdded,

    /// <summary>An item that existed has a further locale.</summary>
    LocaleAdded,
}

/// <summary>One change between two states of a catalog.</summary>
/// <param name="Kind">What has changed.</param>
/// <param name="Id">The id of the item, or for a code the code itself. For an item with another id, the new one.</param>
/// <param name="Field">The field, in the spelling of the API; empty where the item as a whole is meant.</param>
/// <param name="Before">What was there; empty where there was nothing.</param>
/// <param name="After">What is there; empty where there is nothing.</param>
/// <param name="Locales">The locales in which it changed so, in ordinal order.</param>
public sealed record CatalogChange(CatalogChangeKind Kind, string Id, string Field, string Before, string After, ImmutableArray<LocaleTag> Locales)
{
    /// <summary>Where it was, in the first of the locales, or null.</summary>
    public Location? Old { get; init; }

    /// <summary>Where it is, in the first of the locales, or null.</summary>
    public Location? New { get; init; }

    /// <summary>What it means.</summary>
    public ChangeImpact Impact => Kind switch
    {
        CatalogChangeKind.CodeRemoved or CatalogChangeKind.ItemRemoved or CatalogChangeKind.ItemRenamed => ChangeImpact.Breaking,
        CatalogChangeKind.WordingChanged => ChangeImpact.Wording,
        CatalogChangeKind.CodeAdded or CatalogChangeKind.ItemAdded or CatalogChangeKind.LocaleAdded => ChangeImpact.Addition,
        _ => ChangeImpact.Meaning,
    };
}
