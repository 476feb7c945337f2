using System.Collections.Immutable;
using System.Text;

namespace KbApi.Rules.Templates;

/// <summary>
/// Puts templates together that differ only in words with digits where so many of them stand that they are values: <c>node1</c>, <c>node2</c>, …, but not
/// <c>IPv4</c> and <c>IPv6</c>. The result depends on which templates there are, and not on their order or on how often each was seen; more templates
/// never split a group.
/// </summary>
public static class TemplateGrouping
{
    /// <summary>Up to so many words in one place are names. More are values.</summary>
    public const int MostNames = 12;

    /// <summary>The groups, the largest first, then by text.</summary>
    /// <param name="templates">The templates; one that is given several times counts as often.</param>
    public static ImmutableArray<TemplateGroup> Group(IEnumerable<TemplateCount> templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        var counted = templates.GroupBy(t => t.Template.Text, StringComparer.Ordinal).Select(g => new TemplateCount(g.First().Template, g.Sum(t => t.Count)));
        var groups = new List<TemplateGroup>();
        foreach (var alike in counted.GroupBy(t => Generalise(t.Template, _ => true).Text, StringComparer.Ordinal))
        {
            AddGroups(groups, [.. alike.OrderBy(t => t.Template.Text, StringComparer.Ordinal)]);
        }

        return [.. groups.OrderByDescending(g => g.Count).ThenBy(g => g.Template.Text, StringComparer.Ordinal)];
    }

    /// <summary>Templates with the same words around the places of identifiers.</summary>
    private static void AddGroups(List<TemplateGroup> groups, List<TemplateCount> alike)
    {
        var varies = new bool[alike[0].Template.Identifiers.Length];
        for (var place = 0; place < varies.Length; place++)
        {
            var at = place;
            var words = alike.Select(t => WordAt(t.Template, at)).ToHashSet(StringComparer.Ordinal);
            varies[place] = words.Count > MostNames || words.Contains(Placeholder.Any);
        }

        groups.AddRange(alike.GroupBy(t => Generalise(t.Template, place => varies[place]).Text, StringComparer.Ordinal)
            .Select(g => new TemplateGroup(Generalise(g.First().Template, place => varies[place]), [.. g], g.Sum(t => t.Count))));
    }

    private static string WordAt(TextTemplate template, int place) => template.Text[template.Identifiers[place]];

    private static TextTemplate Generalise(TextTemplate template, Func<int, bool> varies)
    {
        if (template.Identifiers.IsEmpty)
        {
            return template;
        }

        var text = new StringBuilder(template.Text.Length);
        var identifiers = ImmutableArray.CreateBuilder<Range>(template.Identifiers.Length);
        var copied = 0;
        for (var place = 0; place < template.Identifiers.Length; place++)
        {
            var (start, length) = template.Identifiers[place].GetOffsetAndLength(template.Text.Length);
            text.Append(template.Text, copied, start - copied);
            var at = text.Length;
            text.Append(varies(place) ? Placeholder.Any : template.Text.AsSpan(start, length));
            identifiers.Add(at..text.Length);
            copied = start + length;
        }

        return new TextTemplate(text.Append(template.Text, copied, template.Text.Length - copied).ToString(), identifiers.MoveToImmutable());
    }
}
