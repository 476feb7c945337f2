using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Articles;

/// <summary>What the seed knows beyond its rows: operations, signs of life, quantities, and what tells look-alikes apart.</summary>
public sealed class SeedKnowledgeTests
{
    private static Article Seed => ContentKnowledge.Seed;

    [CorpusFact]
    public void Five_operations_have_an_end_and_one_of_them_no_documented_failure() => Assert.Equal(
        [
            ("PasswordReset", "seed/31001", "seed/31002", "seed/31003"),
            ("OnboardingEvent", "seed/31004", "seed/31005", null),
            ("ChangePassword", "seed/31006", "seed/31007", "seed/31008"),
            ("ResetUserPasswordByAdmin", "seed/31009", "seed/31010", "seed/31011"),
            ("OffboardingEvent", "seed/31012", "seed/31013", "seed/31014"),
        ],
        Seed.Operations.Operations.Select(o => (o.Name, o.Start, o.Success, o.Failure)));

    [CorpusFact]
    public void The_service_runs_between_31015_and_31016()
    {
        var state = Assert.Single(Seed.Operations.States);

        Assert.Equal(("WriteBackService", "PasswordResetService", "seed/31015", "seed/31016"), (state.Name, state.Source, state.Started, state.Stopped));
    }

    [CorpusFact]
    public void The_heartbeat_32015_comes_every_five_minutes()
    {
        var heartbeat = Assert.Single(Seed.Operations.Heartbeats);

        Assert.Equal(("seed/32015", new Quantity(5, "min")), (heartbeat.Entry, heartbeat.Interval));
    }

    [CorpusFact]
    public void The_warning_32014_matters_when_it_recurs() => Assert.Equal("seed/32014", Assert.Single(Seed.Operations.Recurring));

    [CorpusTheory]
    [InlineData(74, "Duration 10 s")]
    [InlineData(78, "Rate 5 times per 1 h; Rate 5 times per 1 h; Rate 5 times per 1 h; Duration 24 h")]
    [InlineData(87, "Length AtMost 127 characters")]
    [InlineData(91, "Duration AtMost 1 h")]
    [InlineData(131, "Port 443 tcp")]
    [InlineData(139, "Port 443 tcp; Port 9350 tcp")]
    [InlineData(140, "")]
    [InlineData(142, "Interval 5 min")]
    public void An_entry_states_these_quantities(int line, string constraints) =>
        Assert.Equal(constraints, string.Join("; ", At(line).Constraints.Select(ConstraintText.Of)));

    [CorpusFact]
    public void Three_rows_with_one_symptom_are_told_apart_by_the_event_log()
    {
        Entry[] alike = [At(91), At(92), At(93)];

        Assert.Single(alike.Select(e => e.Symptoms[0].Text).Distinct());
        Assert.Equal(3, alike.Select(e => Assert.Single(e.Discriminators).Fact.Text).Distinct().Count());
        Assert.All(alike, e => Assert.Equal(e.Symptoms[1], e.Discriminators[0].Fact));
        Assert.All(alike, e => Assert.Equal(alike.Select(a => a.Id).Where(id => id != e.Id), e.Discriminators[0].Others));
    }

    [CorpusFact]
    public void One_symptom_on_two_surfaces_is_told_apart_by_the_surface()
    {
        var (registration, reset) = (At(64), At(80));

        Assert.Equal(registration.Title.Text, reset.Title.Text);
        Assert.NotEqual(registration.Id, reset.Id);
        Assert.Equal(reset.Id, Assert.Single(Assert.Single(registration.Discriminators).Others));
        Assert.Equal(SectionOf(registration).Title, registration.Discriminators[0].Fact);
        Assert.Equal(SectionOf(reset).Title, Assert.Single(reset.Discriminators).Fact);
    }

    [CorpusFact]
    public void No_other_entry_looks_like_another() =>
        Assert.Equal([64, 80, 91, 92, 93], Seed.Entries.Where(e => !e.Discriminators.IsEmpty).Select(e => e.StartLine));

    [CorpusTheory]
    [InlineData(31001, EntrySeverity.Info)]
    [InlineData(31002, EntrySeverity.Info)]
    [InlineData(31003, EntrySeverity.Error)]
    [InlineData(31015, EntrySeverity.Info)]
    [InlineData(31016, EntrySeverity.Warning)]
    [InlineData(32014, EntrySeverity.Warning)]
    [InlineData(33001, EntrySeverity.Error)]
    public void The_name_of_an_event_tells_how_bad_it_is(int number, EntrySeverity severity) =>
        Assert.Equal(severity, Seed.Entries.Single(e => e.Id == $"seed/{number}").Severity);

    private static Section SectionOf(Entry entry) => Seed.Sections.Single(s => s.Anchor == entry.Section);

    private static Entry At(int line) => Assert.Single(Seed.Entries, e => e.StartLine == line);
}
