using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using KbApi.Content.Model;

namespace KbApi.Translation.Units;

/// <summary>Names units after the entry and field, or the section, that they stand in. Rows may move without a change of names.</summary>
internal static class UnitNames
{
    private const int LongestAnchor = 80;

    public static ImmutableArray<TranslationUnit> Assign(Article article, List<DraftUnit> drafts)
    {
        var entries = Innermost(article.Entries, e => e.Span.Start, e => e.Span.End, drafts);
        var sections = Innermost(article.Sections, s => s.Span.Start, s => s.Span.End, drafts);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var units = ImmutableArray.CreateBuilder<TranslationUnit>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var (draft, entry, section) = (drafts[i], entries[i], sections[i]);
            var name = draft.Key is { } key ? "meta:" + Clean(key)
                : entry is not null ? $"{Clean(entry.Id[(article.Id.Length + 1)..])}:{FieldOf(entry, draft)}"
                : $"{Clean(section?.Anchor ?? "top")}:{draft.Kind switch { UnitKind.Heading => "heading", UnitKind.Header => "column", UnitKind.Cell => "cell", UnitKind.Item => "item", UnitKind.Quote => "quote", _ => "text" }}";
            var number = seen[name] = seen.GetValueOrDefault(name) + 1;
            var id = number == 1 ? name : $"{name}.{number.ToString(CultureInfo.InvariantCulture)}";
            units.Add(new TranslationUnit(id, draft.Kind, draft.Text, draft.Span, article.Text.GetLine(draft.Span.Start) + 1, ContextOf(entry, section, draft)) { Entry = entry, Quote = draft.Quote });
        }

        return units.MoveToImmutable();
    }

    /// <summary>For each unit the innermost thing that it stands in, in one pass.</summary>
    private static T?[] Innermost<T>(ImmutableArray<T> things, Func<T, int> start, Func<T, int> end, List<DraftUnit> units)
        where T : class
    {
        var found = new T?[units.Count];
        var ordered = things.OrderBy(start).ThenByDescending(end).ToList();
        var open = new Stack<T>();
        var next = 0;
        foreach (var i in Enumerable.Range(0, units.Count).OrderBy(i => units[i].Span.Start))
        {
            var position = units[i].Span.Start;
            for (; next < ordered.Count && start(ordered[next]) <= position; next++)
            {
                open.Push(ordered[next]);
            }

            while (open.TryPeek(out var top) && end(top) <= position)
            {
                open.Pop();
            }

            found[i] = open.TryPeek(out var innermost) ? innermost : null;
        }

        return found;
    }

    private static string FieldOf(Entry entry, DraftUnit unit)
    {
        bool IsIn(Prose text) => text.Span.Start < unit.Span.End && unit.Span.Start < text.Span.End;
        return IsIn(entry.Title) ? "title"
            : entry.Symptoms.Any(IsIn) ? "symptom"
            : entry.Causes.Any(IsIn) ? "cause"
            : entry.Resolution?.Paragraphs.Any(IsIn) == true ? "resolution"
            : entry.Descriptions.Any(IsIn) ? "description"
            : entry.TechnicalDetails.Any(IsIn) ? "detail"
            : entry.Messages.Any(m => m.Span.Start < unit.Span.End && unit.Span.Start < m.Span.End) ? "message"
            : "text";
    }

    private static string ContextOf(Entry? entry, Section? section, DraftUnit unit)
    {
        var context = new StringBuilder();
        if (unit.Key is not null)
        {
            return "metadata: " + unit.Key;
        }

        if (entry is not null)
        {
            context.Append("entry ").Append(entry.Id);
            var codes = entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code.Value).Distinct().ToList();
            context.Append(codes.Count > 0 ? " (" + string.Join(", ", codes) + ")" : "").Append(", ").Append(FieldOf(entry, unit));
        }

        if (section is not null)
        {
            context.Append(context.Length > 0 ? "; " : "").Append("section: ").Append(section.Title.Text);
        }

        return XmlCharacters.Clean(context.ToString());
    }

    /// <summary>The text as a part of a name: of what XML allows in one, and not endless.</summary>
    private static string Clean(string text)
    {
        var cleaned = string.Concat(text.Select(c => XmlConvert.IsNCNameChar(c) ? c : c == '/' ? ':' : '_'));
        return cleaned.Length <= LongestAnchor ? cleaned : cleaned[..LongestAnchor];
    }
}
