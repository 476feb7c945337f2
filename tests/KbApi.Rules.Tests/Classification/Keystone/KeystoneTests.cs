using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification.Keystone;

/// <summary>Every documented code and message leads to its own entry, or is declared ambiguous with a question that tells the entries apart.</summary>
public sealed class KeystoneTests
{
    [Fact]
    public void Every_code_of_the_content_classifies_to_its_entry() => AssertReached(Unreached(Classifiers.Content, Classifiers.ForContent, CodesOf));

    [Fact]
    public void Every_message_of_the_content_in_every_locale_classifies_to_its_entry() => AssertReached(Unreached(Classifiers.Content, Classifiers.ForContent, MessagesOf));

    [CorpusFact]
    public void Every_code_and_message_of_the_seed_classifies_to_its_entry()
    {
        var seed = new KnowledgeBaseLoader().Load(Repository.Seed);

        AssertReached(Unreached(seed, ReportClassifier.Create(seed), e => CodesOf(e).Concat(MessagesOf(e))));
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

    private static void AssertReached(List<string> unreached) => Assert.True(unreached.Count == 0, string.Join('\n', unreached));

    /// <summary>Small numbers mean something only with their name: <c>UserNotLicensed = 12</c>; the name of a program is no code.</summary>
    private static IEnumerable<string> CodesOf(Entry entry) =>
        entry.Codes.Where(c => c.Role == CodeRole.Identifying && c.Code.Value.Length > 3 && c.Code.Value != entry.Source).Select(c => "error " + c.Code.Value);

    private static IEnumerable<string> MessagesOf(Entry entry) =>
        entry.Messages.Where(m => m.IsLiteral && m.Text.Split(' ').Length >= 5).Select(m => m.Text);

    private static List<string> Unreached(KnowledgeBase knowledgeBase, ReportClassifier classifier, Func<Entry, IEnumerable<string>> reports)
    {
        var unreached = new List<string>();
        var count = 0;
        foreach (var entry in knowledgeBase.Entries.Items.SelectMany(e => e.Variants))
        {
            foreach (var message in reports(entry))
            {
                count++;
                var result = classifier.Classify(new ErrorReport { Message = message, Source = entry.Source, Locale = entry.Locale });
                if (!IsReached(result, entry.Id))
                {
                    unreached.Add($"{entry.Id} ({entry.Locale}): {message} → {result.Verdict} {result.Candidates.FirstOrDefault()?.Entry.Id}");
                }
            }
        }

        Assert.NotEqual(0, count);
        return unreached;
    }

    private static bool IsReached(ReportClassification result, string id) => result.Verdict switch
    {
        Verdict.Matched => result.Candidates[0].Entry.Id == id,
        Verdict.Ambiguous => result.NextQuestions.Any(q => q.Options.Any(o => o.Entries.Contains(id))),
        _ => false,
    };
}
