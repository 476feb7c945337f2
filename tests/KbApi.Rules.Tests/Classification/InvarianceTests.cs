using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Classification.Keystone;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification;

/// <summary>What must make no difference makes none.</summary>
public sealed class InvarianceTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Rows =
    [
        "| 7101 | GateLocked | The ferry could not dock because the gate was locked. | Open the gate. |",
        "| 7102 | TideLow | The ferry could not dock because the tide was too low. | Wait for the tide. |",
        "| 7103 | FogThick | The ferry could not leave because the fog was too thick. | Wait until the fog lifts. |",
        "| 7104 | CrewMissing | The ferry could not leave because the crew was missing. | Call the crew. |",
        "| 7105 | FuelEmpty | The ferry stopped at sea because the fuel ran out. | Refuel the ferry. |",
        "| 7106 | RadarDown | The radar shows nothing and the ferry waits. | Restart the radar. |",
    ];

    private static readonly string[] Reports =
    [
        "error 7102", "the ferry could not dock today", "ferry could not leave because of something", "RadarDown and FuelEmpty", "errors 7101 and 7104",
        "The ferry could not leave because the fog was too thick.", "ferry", "ferry waits at sea, radar shows nothing", "event 7199",
    ];

    [SeededProperty(MaxTest = 30)]
    public Property The_order_of_entries_makes_no_difference()
    {
        var ordered = Classifiers.For(Document(Rows));
        return Prop.ForAll(Gen.Shuffle(Rows).ToArbitrary(), rows =>
        {
            var shuffled = Classifiers.For(Document(rows));
            return Reports.All(r => Summary(shuffled, r) == Summary(ordered, r));
        });
    }

    [Fact]
    public void A_report_as_json_and_as_text_lead_to_the_same()
    {
        var codes = Classifiers.Content.Entries.Items.SelectMany(e => e.Variants)
            .SelectMany(e => e.Codes.Select(c => (Code: c.Code.Value, Message: e.Messages.FirstOrDefault()?.Text ?? e.Title.Text))).Distinct().ToList();

        Assert.NotEmpty(codes);
        Assert.All(codes, c => Assert.Equal(
            Summary(Classifiers.ForContent, $"code: {c.Code}\nmessage: {c.Message}\nattempts: 3"),
            Summary(Classifiers.ForContent, JsonSerializer.Serialize(new { code = c.Code, message = c.Message, attempts = 3 }, Relaxed))));
    }

    [Fact]
    public void The_same_report_gets_the_same_answer_from_classifiers_of_their_own()
    {
        var other = ReportClassifier.Create(Classifiers.Content);

        Assert.All(KeystoneCase.Of(Classifiers.Content), c => Assert.Equal(Summary(Classifiers.ForContent, c.Report.Message + " "), Summary(other, c.Report.Message + " ")));
    }

    private static string Document(IEnumerable<string> rows) =>
        "# Troubleshoot the ferry service\n\n| Code | Name | Description | Solution |\n| --- | --- | --- | --- |\n" + string.Join('\n', rows) + "\n";

    private static string Summary(ReportClassifier classifier, string message)
    {
        var result = classifier.Classify(new ErrorReport { Message = message });
        return result.Verdict + ": " + string.Join(", ", result.Candidates.Select(c => $"{c.Entry.Id} {c.Tier} {c.Score}")) + " ? "
            + string.Join(", ", result.NextQuestions.Select(q => q.Id + " " + string.Join('|', q.Options.Select(o => o.Value).Order(StringComparer.Ordinal))));
    }
}
