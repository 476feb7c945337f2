using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification;

/// <summary>Output of checks and of commands, pasted as it is.</summary>
public sealed class CheckOutputTests
{
    private const string Checks = """
        # Troubleshooting

        ## √ pump certificates use a supported algorithm

        Example failure:

        ```text
        × pump certificates use a supported algorithm
        ```

        Renew the certificate with another algorithm.

        ## √ pump certificates are within their validity period

        Example failure:

        ```text
        × pump certificates are within their validity period
        ```

        Renew the certificate.
        """;

    private const string Calls = """
        # Valve errors

        ## Error: valve refused the call

        You see this error:

        ```
        Internal error in plant: failed calling controller "valve.plant.example" at its usual port:
        valve refused the call
        ```

        Start the valve.

        ## Error: certificate of unknown origin

        You see this error:

        ```
        Internal error in plant: failed calling controller "valve.plant.example" at its usual place and port:
        certificate of unknown origin
        ```

        Install the certificate.
        """;

    [Theory]
    [InlineData("√")]
    [InlineData("✔")]
    [InlineData("  ✓")]
    public void A_line_that_says_what_is_in_order_is_not_the_problem(string mark)
    {
        var message = $"plant check\n{mark} pump certificates use a supported algorithm\n× pump certificates are within their validity period\n";
        var result = Classifiers.For(Checks).Classify(new ErrorReport { Message = message });

        Assert.Equal("√ pump certificates are within their validity period", result.Candidates[0].Entry.Title.Text);
        Assert.All(result.Candidates[0].Evidence, e => Assert.True(e.Span.Start > message.IndexOf('×', StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_entries_with_the_same_first_line_the_one_whose_other_line_is_there_goes_first()
    {
        var result = Classifiers.For(Calls).Classify(new ErrorReport
        {
            Message = "It says: Internal error in plant: failed calling controller \"valve.plant.example\" at its usual port: certificate of unknown origin",
        });

        Assert.Equal((Verdict.Matched, "Error: certificate of unknown origin"), (result.Verdict, result.Candidates[0].Entry.Title.Text));
    }

    /// <summary>A long beginning that many messages have says less than the few words that only one has.</summary>
    [Theory]
    [InlineData("certificate of unknown origin")]
    [InlineData("no route to that host")]
    public void Of_entries_whose_messages_begin_alike_the_one_goes_first_whose_end_is_there(string end)
    {
        const string Beginning = "Internal error in plant: failed calling controller \"valve.plant.example\":";
        const string Middle = "could not reach it at its usual place within ten seconds:";
        string[] others = ["service valve-store not found", "connection was refused by the plant", "no route to that host", "end of file came too early", "deadline has gone by"];
        var document = "# Valve errors\n\n" + string.Concat(others.Select(o => Section(o, $"{Beginning} {Middle} {o}")).Prepend(Section("certificate of unknown origin", $"{Beginning} at its usual place: certificate of unknown origin")));

        var result = Classifiers.For(document).Classify(new ErrorReport { Message = $"It fails with {Beginning} {Middle} {end}" });

        Assert.Equal((Verdict.Matched, "Error: " + end), (result.Verdict, result.Candidates[0].Entry.Title.Text));
    }

    private static string Section(string title, string message) => $"## Error: {title}\n\nYou see this error:\n\n```\n{message}\n```\n\nMend it.\n\n";
}
