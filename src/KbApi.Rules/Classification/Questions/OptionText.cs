using System.Collections.Immutable;

namespace KbApi.Rules.Classification.Questions;

/// <summary>What to show for an answer.</summary>
internal static class OptionText
{
    private const string Between = " · ";

    public static string Of(QuestionKind kind, string value, Candidate candidate) => kind switch
    {
        QuestionKind.Code or QuestionKind.Source => value,
        QuestionKind.Place => SectionOf(candidate) ?? candidate.Article.Title.Text,
        QuestionKind.Fact => candidate.Entry.Discriminators[0].Fact.Text,
        _ => candidate.Entry.Title.Text,
    };

    /// <summary>Adds to texts that are alike what tells them apart: what it means, the section, the article, and where all that is alike the article's id, then the answer's value.</summary>
    public static ImmutableArray<QuestionOption> TellApart(IReadOnlyList<(Candidate First, QuestionOption Option)> options)
    {
        Func<Candidate, string?>[] additions =
        [
            c => c.Entry.Descriptions.Concat(c.Entry.TechnicalDetails).Concat(c.Entry.Causes).FirstOrDefault()?.Text,
            SectionOf,
            c => c.Article.Title.Text,
            c => c.Article.Id,
        ];
        var texts = options.Select(o => o.Option.Text).ToArray();
        foreach (var addition in additions)
        {
            AddWhereAlike(texts, i => addition(options[i].First));
        }

        AddWhereAlike(texts, i => options[i].Option.Value);
        return [.. options.Select((o, i) => o.Option with { Text = texts[i] })];
    }

    private static void AddWhereAlike(string[] texts, Func<int, string?> additionOf)
    {
        var alike = Enumerable.Range(0, texts.Length).GroupBy(i => texts[i], StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.ToList()).ToList();
        foreach (var same in alike)
        {
            var added = same.ConvertAll(i => additionOf(i) ?? "");

            // What all of them have tells nothing.
            if (added.Distinct(StringComparer.Ordinal).Count() < 2)
            {
                continue;
            }

            foreach (var (addition, i) in added.Zip(same))
            {
                texts[i] += addition.Length == 0 ? "" : Between + addition;
            }
        }
    }

    private static string? SectionOf(Candidate candidate) => candidate.Article.Sections.FirstOrDefault(s => s.Anchor == candidate.Entry.Section)?.Title.Text;
}
