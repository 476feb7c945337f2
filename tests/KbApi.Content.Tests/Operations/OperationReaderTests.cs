using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Operations;

public sealed class OperationReaderTests
{
    [Fact]
    public void A_start_and_an_end_make_an_operation()
    {
        var operation = Assert.Single(Read("| 1001 | JobStart | a |", "| 1002 | JobSuccess | a |", "| 1003 | JobFail | a |").Operations);

        Assert.Equal(("doc/job", "Job", "JobWorker"), (operation.Id, operation.Name, operation.Source));
        Assert.Equal(("doc/1001", "doc/1002", "doc/1003"), (operation.Start, operation.Success, operation.Failure));
    }

    [Theory]
    [InlineData("| 1001 | JobStart | a |", "| 1002 | JobSuccess | a |", "doc/1002", null)]
    [InlineData("| 1001 | JobStart | a |", "| 1003 | JobError | a |", null, "doc/1003")]
    public void One_end_is_enough(string start, string end, string? success, string? failure)
    {
        var operation = Assert.Single(Read(start, end).Operations);

        Assert.Equal((success, failure), (operation.Success, operation.Failure));
    }

    [Theory]
    [InlineData("| 1001 | JobStart | a |")]
    [InlineData("| 1002 | JobSuccess | a |", "| 1003 | JobFail | a |")]
    [InlineData("| 1001 | JobStart | a |", "| 1002 | WorkSuccess | a |")]
    [InlineData("| 1001 | JobStarted | a |", "| 1002 | JobFail | a |")]
    public void Other_names_make_none(params string[] rows)
    {
        var model = Read(rows);

        Assert.Empty(model.Operations);
        Assert.Empty(model.States);
    }

    [Fact]
    public void Started_and_stopped_are_a_state_whatever_else_begins_like_it()
    {
        var state = Assert.Single(Read("| 1 | JobServiceStarted | a |", "| 2 | JobServiceStopped | a |").States);

        Assert.Equal(("doc/job-service", "doc/1", "doc/2"), (state.Id, state.Started, state.Stopped));
    }

    [Theory]
    [InlineData("en-US", "Sends a heartbeat every 5 minutes.", "5 min")]
    [InlineData("sv-SE", "Skickar pulsslag var femte minut.", "5 min")]
    [InlineData("en-US", "Sends a heartbeat.", null)]
    [InlineData("en-US", "Runs every 5 minutes.", null)]
    public void A_heartbeat_has_an_interval(string locale, string description, string? interval)
    {
        var heartbeats = ReadIn(locale, $"| 1001 | HealthError | {description} |").Heartbeats;

        Assert.Equal(interval, heartbeats.Select(h => ConstraintText.Of(h.Interval)).SingleOrDefault());
    }

    [Theory]
    [InlineData("BusWarning", true)]
    [InlineData("BusError", false)]
    public void A_warning_that_only_matters_repeated_is_recurring(string name, bool isRecurring) =>
        Assert.Equal(isRecurring, Read($"| 1001 | {name} | It matters when the event is repeated many times. |").Recurring.Contains("doc/1001"));

    private static OperationModel Read(params string[] rows) => ReadIn("en-US", rows);

    private static OperationModel ReadIn(string locale, params string[] rows) =>
        Documents.Read($"# Events from source JobWorker\n\n| Event ID | Name | Description |\n|---|---|---|\n{string.Join('\n', rows)}\n", locale).Operations;
}
