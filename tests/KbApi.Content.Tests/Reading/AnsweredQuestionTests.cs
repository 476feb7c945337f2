using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Questions and answers in plain paragraphs.</summary>
public sealed class AnsweredQuestionTests
{
    [Fact]
    public void Those_that_state_a_problem_are_entries()
    {
        var entries = Documents.Read("# Pumps\n\nQ: Why does the pump not start?\n\nA: Open the valve.\n\nQ: What colours are there?\n\nA: Blue.\n\nQ2. What does the error \"tank is full\" mean?\n\nA2. Empty the tank.\n").Entries;

        Assert.Equal(["Why does the pump not start?", "What does the error \"tank is full\" mean?"], entries.Select(e => e.Title.Text));
    }

    [Fact]
    public void The_answer_is_told_without_its_mark_wherever_it_stands()
    {
        var entries = Documents.Read("# Pumps\n\nQ: Why is it dark?\nA: Open the shutter.\n\nQ: Why is it wet?\n\nA: Close the valve.\n\nThen wait.\n").Entries;

        Assert.Equal([("Why is it dark?", "Open the shutter."), ("Why is it wet?", "Close the valve.\n\nThen wait.")], entries.Select(e => (e.Title.Text, e.Resolution!.Text)));
    }

    [Fact]
    public void Names_with_points_are_no_marks() => Assert.Empty(Documents.Read("# Pumps\n\nQ.E.D. Why is it dark?\n\nA.B. Smith knows.\n\nQ.E.D. Why is it wet?\n\nA.B. Smith knows.\n").Entries);

    [Fact]
    public void One_alone_or_without_an_answer_is_none() =>
        Assert.Empty(Documents.Read("# Pumps\n\nQ: Why does the pump not start?\n\nWho knows.\n\nQ: Why is it dark?\n\nNobody.\n").Entries);
}
