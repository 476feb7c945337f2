using System.Collections.Immutable;

namespace KbApi.Rules.Templates;

/// <summary>Messages that differ only in values.</summary>
/// <param name="Template">What they have in common; <c>&lt;*&gt;</c> stands where words with digits turned out to vary.</param>
/// <param name="Members">The templates that it was made of, by their text; one that is the same as it where nothing turned out to vary.</param>
/// <param name="Count">How many messages.</param>
public sealed record TemplateGroup(TextTemplate Template, ImmutableArray<TemplateCount> Members, long Count)
{
    /// <summary>The ids of members that are not the id of the group: what a group was called before its words turned out to vary.</summary>
    public IEnumerable<string> Aliases => Members.Select(m => m.Template.Id).Where(id => id != Template.Id);
}
