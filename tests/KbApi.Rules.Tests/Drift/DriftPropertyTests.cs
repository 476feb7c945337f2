using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading;
using KbApi.Content.Text;
using KbApi.Rules.Drift;

namespace KbApi.Rules.Tests.Drift;

/// <summary>What holds for any guide: made of random rows, each with random numbers.</summary>
public class DriftPropertyTests
{
    private const int Rounds = 60;
    private static readonly Lazy<ArticleReader> Reader = new(() => new ArticleReader(LexiconSet.LoadBuiltIn(), CodeSchemeSet.LoadBuiltIn()));
    private static readonly string[] Symptoms = ["The gate stays shut", "The lamp is dark", "The horn is silent", "The screen is empty", "The card is refused", "The arm shakes"];
    private static readonly string[] Mends = ["Wait {0} seconds.", "Press the button {0} times.", "Open port {0} in the firewall.", "Raise the limit to {0} cars.", "Call the guard."];

    [Fact]
    public void A_document_has_not_drifted_from_itself()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var article = Read(Guide(new Random(seed), out _));
            var report = DriftReader.Read([article], [Read(article.Text.Content)], new DriftOptions());
            Assert.False(report.HasDrift);
            Assert.Equal(article.Entries.Length, report.Articles.Single().Items.Count(i => i.State == DriftState.Current));
        }
    }

    [Fact]
    public void One_changed_number_is_reported_as_that_and_nothing_else()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var text = Guide(random, out var numbers);
            var (line, number) = numbers[random.Next(numbers.Count)];
            var other = (number + random.Next(1, 500)).ToString(CultureInfo.InvariantCulture);
            var lines = text.Split('\n');
            var value = number.ToString(CultureInfo.InvariantCulture);
            lines[line] = lines[line].Replace($" {value} ", $" {other} ", StringComparison.Ordinal);

            var report = DriftReader.Read([Read(text)], [Read(string.Join('\n', lines))], new DriftOptions());
            var item = Assert.Single(report.Articles.Single().Items, i => i.State != DriftState.Current);
            var reason = Assert.Single(Assert.Single(item.Fields, f => f.State != DriftState.Current).Reasons);
            Assert.Equal((DriftReasonKind.Number, value, other, line, line), (reason.Kind, reason.Expected, reason.Found, reason.Original?.Start.Line, reason.Here?.Start.Line));
        }
    }

    /// <summary>A table of rows with one or two sentences, and the lines and values of its numbers. No row has a number twice.</summary>
    internal static string Guide(Random random, out List<(int Line, int Number)> numbers)
    {
        numbers = [];
        List<string> lines = ["# Gates", "", "| Error | Solution |", "| --- | --- |"];
        foreach (var symptom in Symptoms)
        {
            var (first, second) = (random.Next(2, 90), random.Next(100, 9000));
            string[] mends = [Mends[random.Next(4)], Mends[random.Next(Mends.Length)]];
            numbers.Add((lines.Count, first));
            if (mends[1].Contains("{0}", StringComparison.Ordinal))
            {
                numbers.Add((lines.Count, second));
            }

            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {symptom} | {string.Format(CultureInfo.InvariantCulture, mends[0], first)} {string.Format(CultureInfo.InvariantCulture, mends[1], second)} |"));
        }

        return string.Join('\n', lines) + "\n";
    }

    internal static Article Read(string text) => Reader.Value.Read(SourceText.From(text, "gates.md"), "gates", LocaleTag.Parse("en-US"));
}
