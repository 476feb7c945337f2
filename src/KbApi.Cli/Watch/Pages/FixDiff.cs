using System.Collections.Immutable;
using KbApi.Content.Editing;
using KbApi.Content.Text;
using KbApi.Server.Site.Rendering;

namespace KbApi.Cli.Watch.Pages;

/// <summary>Shows what a fix changes: what goes, what comes, and a little of what stands around it. Rows of tables are long; whole lines would hide it.</summary>
internal static class FixDiff
{
    private const int Around = 32;
    private const int Most = 12;

    public static Html Of(SourceText text, ImmutableArray<TextChange> changes, WatchWords words)
    {
        var groups = Group(text, [.. changes.OrderBy(c => c.Span)]);
        return Html.Of($"""
            <div class="diff" role="group" aria-label="{words["Diff"]}">
            {Html.Each(groups.Take(Most), g => Html.Of($"<p>{Snippet(text, g)}</p>"))}
            {Html.When(groups.Count > Most, () => Html.Of($"<p>{words.Count("MoreChanges", groups.Count - Most)}</p>"))}
            </div>
            """);
    }

    /// <summary>Changes that stand close together on a line are shown together.</summary>
    private static List<List<TextChange>> Group(SourceText text, IReadOnlyList<TextChange> changes)
    {
        var groups = new List<List<TextChange>>();
        foreach (var change in changes)
        {
            if (groups is [.., { } last] && change.Span.Start - last[^1].Span.End <= 2 * Around && text.GetLine(last[^1].Span.End) == text.GetLine(change.Span.Start))
            {
                last.Add(change);
            }
            else
            {
                groups.Add([change]);
            }
        }

        return groups;
    }

    private static Html Snippet(SourceText text, List<TextChange> changes)
    {
        var start = Math.Max(text.GetLineSpan(text.GetLine(changes[0].Span.Start)).Start, changes[0].Span.Start - Around);
        var end = Math.Max(changes[^1].Span.End, Math.Min(text.GetLineSpan(text.GetLine(changes[^1].Span.End)).End, changes[^1].Span.End + Around));
        var parts = new List<Html>();
        var at = start;
        foreach (var change in changes)
        {
            parts.Add(Html.Of($"{Shown(text[TextSpan.FromBounds(at, change.Span.Start)])}"));
            parts.Add(Html.When(!change.Span.IsEmpty, () => Html.Of($"<del>{Shown(text[change.Span])}</del>")));
            parts.Add(Html.When(change.NewText.Length > 0, () => Html.Of($"<ins>{Shown(change.NewText)}</ins>")));
            at = change.Span.End;
        }

        parts.Add(Html.Of($"{Shown(text[TextSpan.FromBounds(at, end)])}"));
        return Html.Join(parts);
    }

    /// <summary>With a sign for line breaks, which may be all that is changed.</summary>
    private static string Shown(string text) => text.ReplaceLineEndings("↵\n");
}
