using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Articles;

/// <summary>The two locales of this repository's content say the same: what translation does not change is equal.</summary>
public sealed class LocalePairTests
{
    [Fact]
    public void Both_locales_have_the_same_articles() => Assert.All(
        ContentKnowledge.Content.Articles.Items,
        a => Assert.Equal(["en-US", "sv-SE"], a.Variants.Select(v => v.Locale.Value)));

    [Fact]
    public void Entries_have_the_same_ids_in_the_same_order() => Equal(a => a.Entries.Select(e => e.Id));

    [Fact]
    public void Entries_have_the_same_codes() => Equal(a => a.Entries.SelectMany(e => e.Codes).Select(c => $"{c.Code.Scheme} {c.Code} {c.Role}"));

    [Fact]
    public void Entries_state_the_same_constraints() =>
        Equal(a => a.Entries.Select(e => $"{e.Id}: {string.Join("; ", e.Constraints.Select(ConstraintText.Of))}"));

    [Fact]
    public void Entries_matter_as_much_to_the_same_people() => Equal(a => a.Entries.Select(e => $"{e.Id} {e.Severity} {e.Audience} {e.HandOff} {e.Source}"));

    [Fact]
    public void Entries_are_resolved_in_the_same_number_of_steps() => Equal(a => a.Entries.Select(e =>
        $"{e.Id} {e.Resolution is not null} {e.Resolution?.Paragraphs.Length} {e.Resolution?.Steps.Length} {string.Join(' ', e.Resolution?.Procedures ?? [])}"));

    [Fact]
    public void Entries_are_told_apart_in_the_same_way() => Equal(a => a.Entries.Select(e =>
        $"{e.Id} {e.Symptoms.Length} {string.Join(';', e.Discriminators.Select(d => string.Join(' ', d.Others)))}"));

    [Fact]
    public void Sections_have_the_same_anchors() =>
        Equal(a => a.Sections.Where(s => s.HasExplicitAnchor).Select(s => $"{s.Level} {s.Anchor}"));

    [Fact]
    public void Only_the_title_has_no_anchor_of_its_own() => Equal(a => a.Sections.Where(s => !s.HasExplicitAnchor).Select(s => $"{s.Level}"));

    [Fact]
    public void Procedures_have_the_same_steps_and_cautions() => Equal(a => a.Procedures.Select(p => $"{p.Id} {p.Steps.Length} {p.Warnings.Length}"));

    [Fact]
    public void Ladders_have_the_same_rungs() => Equal(a => a.Ladders.SelectMany(l => l.Rungs.Select(r => $"{l.Id} {r.Anchor} {r.Procedure}")));

    [Fact]
    public void Checklists_ask_as_many_questions() => Equal(a => a.Checklists.SelectMany(c => c.Fields.Select(f => $"{c.Id} {f.Details.Length}")));

    [Fact]
    public void Operations_states_and_heartbeats_are_the_same() => Equal(a =>
    [
        .. a.Operations.Operations.Select(o => $"{o.Id} {o.Name} {o.Source} {o.Start} {o.Success} {o.Failure}"),
        .. a.Operations.States.Select(s => $"{s.Id} {s.Name} {s.Source} {s.Started} {s.Stopped}"),
        .. a.Operations.Heartbeats.Select(h => $"{h.Id} {h.Entry} {h.Source} {ConstraintText.Of(h.Interval)}"),
        .. a.Operations.Recurring,
    ]);

    private static void Equal(Func<Article, IEnumerable<string>> facts)
    {
        Assert.NotEmpty(facts(ContentKnowledge.English));
        Assert.All(ContentKnowledge.Content.Articles.Items, article => Assert.Equal(
            string.Join('\n', facts(article.In(Documents.English)!)),
            string.Join('\n', facts(article.In(Documents.Swedish)!))));
    }
}
