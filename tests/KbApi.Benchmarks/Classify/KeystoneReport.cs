using System.Globalization;
using KbApi.Content.Loading;
using KbApi.Rules.Classification;
using KbApi.Rules.Tests.Classification.Keystone;

namespace KbApi.Benchmarks.Classify;

/// <summary>Where every code, message and title of documents leads to, in every locale.</summary>
internal static class KeystoneReport
{
    /// <param name="arguments">Documents, and <c>-v</c> for a line on each report that does not lead to its entry.</param>
    /// <param name="output">Where the figures go.</param>
    public static void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var knowledgeBase = new KnowledgeBaseLoader().Load([.. arguments.Where(a => a != "-v").DefaultIfEmpty("content")]);
        var classifier = ReportClassifier.Create(knowledgeBase);
        var results = KeystoneCase.Of(knowledgeBase).Select(c => (Case: c, Result: KeystoneRun.Of(classifier, c))).ToList();
        foreach (var kind in results.GroupBy(r => r.Case.Kind).OrderBy(g => g.Key))
        {
            var counts = Enum.GetValues<KeystoneOutcome>().Select(o => string.Create(CultureInfo.InvariantCulture, $"{o} {kind.Count(r => r.Result.Outcome == o)}"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Count()} reports: {string.Join(", ", counts)}"));
        }

        var reached = results.Where(r => IsReached(r.Result.Outcome)).Select(r => r.Case.Entry).ToHashSet(StringComparer.Ordinal);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{knowledgeBase.Entries.Items.Length} entries, {knowledgeBase.Entries.Items.Count(e => !reached.Contains(e.Id))} unreachable"));
        foreach (var (@case, (outcome, first)) in arguments.Contains("-v") ? results.Where(r => !IsReached(r.Result.Outcome)) : [])
        {
            output.WriteLine($"{@case.Kind} {outcome} {(reached.Contains(@case.Entry) ? "" : "UNREACHABLE ")}{@case.Entry} ({@case.Locale}) → {first}: {@case.Report.Code} {@case.Report.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static bool IsReached(KeystoneOutcome outcome) => outcome is KeystoneOutcome.Matched or KeystoneOutcome.Separated;
}
