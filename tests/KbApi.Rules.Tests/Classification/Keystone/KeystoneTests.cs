using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification.Keystone;

/// <summary>Every documented code, message and title leads to its own entry, or to questions whose answers lead there.</summary>
public sealed class KeystoneTests
{
    private static readonly Lazy<List<(KeystoneCase Case, KeystoneOutcome Outcome)>> OfContent = new(() => Run(Classifiers.Content, Classifiers.ForContent));

    [Fact]
    public void Every_code_of_the_content_in_every_locale_leads_to_its_entry() => AssertReached(OfContent.Value.FindAll(r => r.Case.Kind == KeystoneKind.Code));

    [Fact]
    public void Every_message_of_the_content_in_every_locale_leads_to_its_entry() => AssertReached(OfContent.Value.FindAll(r => r.Case.Kind == KeystoneKind.Message));

    [Fact]
    public void Every_title_of_the_content_in_every_locale_leads_to_its_entry() => AssertReached(OfContent.Value.FindAll(r => r.Case.Kind == KeystoneKind.Title));

    [Fact]
    public void No_entry_of_the_content_is_unreachable()
    {
        var reached = OfContent.Value.Where(r => IsReached(r.Outcome)).Select(r => r.Case.Entry);

        Assert.Empty(Classifiers.Content.Entries.Items.Select(e => e.Id).Except(reached));
    }

    [CorpusFact]
    public void Every_code_message_and_title_of_the_seed_leads_to_its_entry()
    {
        var seed = new KnowledgeBaseLoader().Load(Repository.Seed);

        AssertReached(Run(seed, ReportClassifier.Create(seed)));
    }

    [Theory]
    [InlineData("We are 9 people and need 12 licences at 32.002 kr each, 13 more in June.")]
    [InlineData("The proxy listens on 10.0.0.4:31003, and port 32002 is closed.")]
    [InlineData("Kaffemaskinen på våning 29 läcker sedan i tisdags, vem ringer vi?")]
    [InlineData("Version 5.31002.1 of the driver was built on 2018-03-10 at 10:12:33.")]
    [InlineData("Correlation id 33004310-0033-3300-3100-331002310029 belongs to another ticket.")]
    [InlineData("Paket 31003 ist unterwegs, Lieferung am Montag.")]
    [InlineData("Event ID 31999 from a program that nobody knows.")]
    [InlineData("SSPR_0047 came up twice.")]
    public void Texts_that_no_entry_answers_are_unknown(string message)
    {
        var result = Classifiers.ForContent.Classify(new ErrorReport { Message = message });

        Assert.Equal(Verdict.Unknown, result.Verdict);
        Assert.Empty(result.Candidates);
    }

    [Theory]
    [InlineData("error 9")]
    [InlineData("9")]
    public void A_small_number_alone_is_unknown(string message) => Assert.Equal(Verdict.Unknown, Classifiers.ForContent.Classify(new ErrorReport { Message = message }).Verdict);

    [Fact]
    public void A_small_number_that_is_named_as_the_code_leads_to_its_entry() =>
        Assert.Equal("sspr/sspr-0009", Classifiers.ForContent.Classify(new ErrorReport { Message = "", Code = "9" }).Candidates[0].Entry.Id);

    private static void AssertReached(List<(KeystoneCase Case, KeystoneOutcome Outcome)> results)
    {
        Assert.NotEmpty(results);
        Assert.Empty(results.Where(r => !IsReached(r.Outcome)).Select(r => $"{r.Outcome} {r.Case.Entry} ({r.Case.Locale}): {r.Case.Report.Code} {r.Case.Report.Message}"));
    }

    private static bool IsReached(KeystoneOutcome outcome) => outcome is KeystoneOutcome.Matched or KeystoneOutcome.Separated;

    private static List<(KeystoneCase Case, KeystoneOutcome Outcome)> Run(KnowledgeBase knowledgeBase, ReportClassifier classifier) =>
        [.. KeystoneCase.Of(knowledgeBase).Select(c => (c, KeystoneRun.Of(classifier, c).Outcome))];
}
