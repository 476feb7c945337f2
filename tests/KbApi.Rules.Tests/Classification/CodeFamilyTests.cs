using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification;

public sealed class CodeFamilyTests
{
    [Theory]
    [InlineData("Uncaught GateError: Error: 210003.", "no power")]
    [InlineData("Gate error code: 4107 at noon", "worn")]
    public void A_report_with_a_number_of_a_documented_family_is_answered(string message, string description)
    {
        var classifier = ReportClassifier.Create(Documents.Load(("en-US/gate.md", """
            # Codes of the gate

            | Error code | Description | Resolution |
            | --- | --- | --- |
            | `210***` | The gate has no power. | Switch it on. |
            | `230177` | The gate stands in water. | Dry the housing. |
            | `41**` | The key is worn. | Order a key. |
            """)));

        var answer = classifier.Classify(new ErrorReport { Message = message });

        Assert.Equal(Verdict.Matched, answer.Verdict);
        Assert.Contains(description, answer.Candidates[0].Entry.Descriptions[0].Text, StringComparison.Ordinal);
    }
}
